// Debian builds libxml2 with ICU, whose headers clash with the ICU inside Swift's Foundation: without them both can be
// imported. Only the end of xmlCharEncodingHandler differs, and Swift meets that structure through pointers alone.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
