// One row of the table of CDefaultTheme.c, for the path in THEME_FILE. A zero byte that the size does not count
// follows the bytes, so that an empty file is an array too.
{&THEME_FILE[sizeof THEME_FOLDER - 1],
 (const unsigned char[]){
#embed THEME_FILE suffix(, )
     0},
 sizeof((const unsigned char[]){
#embed THEME_FILE suffix(, )
     0}) -
     1},
#undef THEME_FILE
