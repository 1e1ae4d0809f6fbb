// Lets the program run in a root that holds nothing else, no /proc either, of which the Swift runtime and Dispatch ask what
// follows. There is nothing to call.
#ifndef C_BARE_ROOT_H
#define C_BARE_ROOT_H

#endif
