// One row of the table of CStarter.c, for the path in STARTER_FILE. A zero byte that the size does not count
// follows the bytes, so that an empty file is an array too.
{&STARTER_FILE[sizeof STARTER_FOLDER - 1],
 (const unsigned char[]){
#embed STARTER_FILE suffix(, )
     0},
 sizeof((const unsigned char[]){
#embed STARTER_FILE suffix(, )
     0}) -
     1},
#undef STARTER_FILE
