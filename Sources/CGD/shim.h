#include <gd.h>
#include <stdarg.h>

// gd prints every flaw of a picture on standard error, and its handler takes a va_list, which Swift cannot
// declare. A picture that can't be read is told through gd's null result instead.
static void vitrine_gd_say_nothing(int priority, const char *format, va_list arguments) {
    (void)priority;
    (void)format;
    (void)arguments;
}

static inline void vitrine_gd_silence(void) {
    gdSetErrorMethod(vitrine_gd_say_nothing);
}
