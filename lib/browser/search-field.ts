/** Ids of the search page's field and of the link to it in the frame of every page: the key `/` looks for them. */
export const SEARCH_FIELD_ID = '_search'
export const SEARCH_LINK_ID = '_to_search'
