#include <stddef.h>
#include <stdint.h>

// libFuzzer started from a main that is not its own: the package manager gives every executable one.
// https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*reader)(const uint8_t *data, size_t size));
