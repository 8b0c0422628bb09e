"""The steps that made the schema, one file each. A step that was released is never edited."""
