// libcurl without linking it: loading it and what it needs takes longer than a whole visit does at the desk, and most desks never speak to a
// server (docs/adr/0019-remote-desk.md). Its setters are variadic besides, which Swift doesn't import.
// https://curl.se/libcurl/c/
#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <dlfcn.h>
#include <stdbool.h>

/// libcurl's functions, found by their names.
struct ccurl {
    CURLcode (*global_init)(long flags);
    const char *(*strerror)(CURLcode code);
    CURL *(*easy_init)(void);
    void (*easy_reset)(CURL *easy);
    void (*easy_cleanup)(CURL *easy);
    CURLcode (*easy_setopt)(CURL *easy, CURLoption option, ...);
    CURLcode (*easy_getinfo)(CURL *easy, CURLINFO info, ...);
    CURLM *(*multi_init)(void);
    CURLMcode (*multi_cleanup)(CURLM *multi);
    CURLMcode (*multi_add_handle)(CURLM *multi, CURL *easy);
    CURLMcode (*multi_remove_handle)(CURLM *multi, CURL *easy);
    CURLMcode (*multi_perform)(CURLM *multi, int *running);
    CURLMcode (*multi_poll)(CURLM *multi, struct curl_waitfd *more, unsigned int count, int milliseconds, int *ready);
    CURLMsg *(*multi_info_read)(CURLM *multi, int *left);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *text);
    void (*slist_free_all)(struct curl_slist *list);
};

/// Loads libcurl for as long as the process runs. False when it isn't installed, or is too old to have all of these.
static inline bool ccurl_load(struct ccurl *curl)
{
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return false;
#define CCURL_FIND(name) ((*(void **)&curl->name = dlsym(library, "curl_" #name)) != NULL)
    return CCURL_FIND(global_init) && CCURL_FIND(easy_init) && CCURL_FIND(easy_reset) && CCURL_FIND(easy_cleanup)
        && CCURL_FIND(easy_setopt) && CCURL_FIND(easy_getinfo) && CCURL_FIND(multi_init) && CCURL_FIND(multi_cleanup)
        && CCURL_FIND(multi_add_handle) && CCURL_FIND(multi_remove_handle) && CCURL_FIND(multi_perform)
        && CCURL_FIND(multi_poll) && CCURL_FIND(multi_info_read) && CCURL_FIND(slist_append)
        && CCURL_FIND(slist_free_all)
        && (*(void **)&curl->strerror = dlsym(library, "curl_easy_strerror")) != NULL
        && curl->global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
#undef CCURL_FIND
}

/// curl_easy_setopt is variadic.
static inline CURLcode ccurl_set_number(const struct ccurl *curl, CURL *easy, CURLoption option, long value)
{
    return curl->easy_setopt(easy, option, value);
}

/// curl_easy_setopt is variadic. libcurl copies the text.
static inline CURLcode ccurl_set_text(const struct ccurl *curl, CURL *easy, CURLoption option, const char *text)
{
    return curl->easy_setopt(easy, option, text);
}

/// curl_easy_setopt is variadic. The list must live as long as the request.
static inline CURLcode ccurl_set_headers(const struct ccurl *curl, CURL *easy, struct curl_slist *list)
{
    return curl->easy_setopt(easy, CURLOPT_HTTPHEADER, list);
}

/// curl_easy_setopt is variadic. The body is copied, and sent by POST.
static inline CURLcode ccurl_set_body(const struct ccurl *curl, CURL *easy, const void *bytes, size_t count)
{
    CURLcode code = curl->easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    return code != CURLE_OK ? code : curl->easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes);
}

/// curl_easy_setopt is variadic. Certificates in PEM, which are copied.
static inline CURLcode ccurl_set_authorities(const struct ccurl *curl, CURL *easy, void *bytes, size_t count)
{
    struct curl_blob blob = {bytes, count, CURL_BLOB_COPY};
    return curl->easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob);
}

/// curl_easy_setopt is variadic. Who takes what comes in.
static inline CURLcode ccurl_set_receiver(
    const struct ccurl *curl, CURL *easy, size_t (*take)(char *bytes, size_t one, size_t count, void *context),
    void *context)
{
    CURLcode code = curl->easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    return code != CURLE_OK ? code : curl->easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

/// curl_easy_getinfo is variadic. The reply's status; 0 when there is none.
static inline long ccurl_status(const struct ccurl *curl, CURL *easy)
{
    long status = 0;
    curl->easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/// The message is a union, of which Swift sees no member. Whether a request has ended, and how.
static inline bool ccurl_ended(const struct ccurl *curl, CURLM *multi, CURLcode *code)
{
    int left = 0;
    CURLMsg *message = curl->multi_info_read(multi, &left);
    if (message == NULL || message->msg != CURLMSG_DONE) return false;
    *code = message->data.result;
    return true;
}

#endif
