"""Finding passages: Norwegian text analysis, lexical and dense search, fusion, basis."""
