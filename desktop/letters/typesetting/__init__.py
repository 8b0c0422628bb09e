"""Tagged, shaped text on ReportLab's canvas. Imported only when something is drawn."""
