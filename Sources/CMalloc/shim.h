// glibc's own part of its allocator: Swift's Glibc module doesn't import this header.
#include <malloc.h>
