"""The 351 cities and towns of Massachusetts, by county.

Checked by count: 351 in all, and in each county as many as there are; Monroe is in Franklin
County, though one list in circulation has it in Berkshire. Names are the common forms
("Manchester", not "Manchester-by-the-Sea"). Nobody has held the spellings against an
official list yet, of MassGIS or the Secretary of the Commonwealth; so a name that is not
here is told and asked about, never refused.
"""

from __future__ import annotations


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";"))


TOWNS_BY_COUNTY = {
    "Barnstable": _listed("""
Barnstable; Bourne; Brewster; Chatham; Dennis; Eastham; Falmouth; Harwich; Mashpee; Orleans;
Provincetown; Sandwich; Truro; Wellfleet; Yarmouth
"""),
    "Berkshire": _listed("""
Adams; Alford; Becket; Cheshire; Clarksburg; Dalton; Egremont; Florida; Great Barrington; Hancock;
Hinsdale; Lanesborough; Lee; Lenox; Monterey; Mount Washington; New Ashford; New Marlborough;
North Adams; Otis; Peru; Pittsfield; Richmond; Sandisfield; Savoy; Sheffield; Stockbridge;
Tyringham; Washington; West Stockbridge; Williamstown; Windsor
"""),
    "Bristol": _listed("""
Acushnet; Attleboro; Berkley; Dartmouth; Dighton; Easton; Fairhaven; Fall River; Freetown;
Mansfield; New Bedford; North Attleborough; Norton; Raynham; Rehoboth; Seekonk; Somerset; Swansea;
Taunton; Westport
"""),
    "Dukes": _listed("""
Aquinnah; Chilmark; Edgartown; Gosnold; Oak Bluffs; Tisbury; West Tisbury
"""),
    "Essex": _listed("""
Amesbury; Andover; Beverly; Boxford; Danvers; Essex; Georgetown; Gloucester; Groveland; Hamilton;
Haverhill; Ipswich; Lawrence; Lynn; Lynnfield; Manchester; Marblehead; Merrimac; Methuen;
Middleton; Nahant; Newbury; Newburyport; North Andover; Peabody; Rockport; Rowley; Salem;
Salisbury; Saugus; Swampscott; Topsfield; Wenham; West Newbury
"""),
    "Franklin": _listed("""
Ashfield; Bernardston; Buckland; Charlemont; Colrain; Conway; Deerfield; Erving; Gill; Greenfield;
Hawley; Heath; Leverett; Leyden; Monroe; Montague; New Salem; Northfield; Orange; Rowe; Shelburne;
Shutesbury; Sunderland; Warwick; Wendell; Whately
"""),
    "Hampden": _listed("""
Agawam; Blandford; Brimfield; Chester; Chicopee; East Longmeadow; Granville; Hampden; Holland;
Holyoke; Longmeadow; Ludlow; Monson; Montgomery; Palmer; Russell; Southwick; Springfield; Tolland;
Wales; West Springfield; Westfield; Wilbraham
"""),
    "Hampshire": _listed("""
Amherst; Belchertown; Chesterfield; Cummington; Easthampton; Goshen; Granby; Hadley; Hatfield;
Huntington; Middlefield; Northampton; Pelham; Plainfield; South Hadley; Southampton; Ware;
Westhampton; Williamsburg; Worthington
"""),
    "Middlesex": _listed("""
Acton; Arlington; Ashby; Ashland; Ayer; Bedford; Belmont; Billerica; Boxborough; Burlington;
Cambridge; Carlisle; Chelmsford; Concord; Dracut; Dunstable; Everett; Framingham; Groton;
Holliston; Hopkinton; Hudson; Lexington; Lincoln; Littleton; Lowell; Malden; Marlborough; Maynard;
Medford; Melrose; Natick; Newton; North Reading; Pepperell; Reading; Sherborn; Shirley;
Somerville; Stoneham; Stow; Sudbury; Tewksbury; Townsend; Tyngsborough; Wakefield; Waltham;
Watertown; Wayland; Westford; Weston; Wilmington; Winchester; Woburn
"""),
    "Nantucket": _listed("""
Nantucket
"""),
    "Norfolk": _listed("""
Avon; Bellingham; Braintree; Brookline; Canton; Cohasset; Dedham; Dover; Foxborough; Franklin;
Holbrook; Medfield; Medway; Millis; Milton; Needham; Norfolk; Norwood; Plainville; Quincy;
Randolph; Sharon; Stoughton; Walpole; Wellesley; Westwood; Weymouth; Wrentham
"""),
    "Plymouth": _listed("""
Abington; Bridgewater; Brockton; Carver; Duxbury; East Bridgewater; Halifax; Hanover; Hanson;
Hingham; Hull; Kingston; Lakeville; Marion; Marshfield; Mattapoisett; Middleborough; Norwell;
Pembroke; Plymouth; Plympton; Rochester; Rockland; Scituate; Wareham; West Bridgewater; Whitman
"""),
    "Suffolk": _listed("""
Boston; Chelsea; Revere; Winthrop
"""),
    "Worcester": _listed("""
Ashburnham; Athol; Auburn; Barre; Berlin; Blackstone; Bolton; Boylston; Brookfield; Charlton;
Clinton; Douglas; Dudley; East Brookfield; Fitchburg; Gardner; Grafton; Hardwick; Harvard; Holden;
Hopedale; Hubbardston; Lancaster; Leicester; Leominster; Lunenburg; Mendon; Milford; Millbury;
Millville; New Braintree; North Brookfield; Northborough; Northbridge; Oakham; Oxford; Paxton;
Petersham; Phillipston; Princeton; Royalston; Rutland; Shrewsbury; Southborough; Southbridge;
Spencer; Sterling; Sturbridge; Sutton; Templeton; Upton; Uxbridge; Warren; Webster; West Boylston;
West Brookfield; Westborough; Westminster; Winchendon; Worcester
"""),
}
COUNTIES = tuple(TOWNS_BY_COUNTY)
TOWNS = tuple(sorted(town for towns in TOWNS_BY_COUNTY.values() for town in towns))
