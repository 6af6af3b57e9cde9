// The few things of libmicrohttpd that Swift can't reach by itself: C variadic functions aren't imported.
// https://www.gnu.org/software/libmicrohttpd/manual/libmicrohttpd.html
#ifndef CMICROHTTPD_SHIM_H
#define CMICROHTTPD_SHIM_H

#include <microhttpd.h>
#include <stdint.h>

/// MHD_start_daemon is variadic. The callbacks are named arguments, so that the compiler checks their types on both
/// sides (in an option array they would be integers); everything else comes in `options`, closed by MHD_OPTION_END.
static inline struct MHD_Daemon *cmhd_start(
    unsigned int flags, MHD_AcceptPolicyCallback accept, MHD_AccessHandlerCallback handler,
    MHD_RequestCompletedCallback completed, MHD_NotifyConnectionCallback connection,
    void *(*opened)(void *context, const char *uri, struct MHD_Connection *connection),
    size_t (*unescape)(void *context, struct MHD_Connection *connection, char *text), void *context,
    struct MHD_OptionItem *options)
{
    return MHD_start_daemon(
        flags, 0, accept, context, handler, context,
        MHD_OPTION_NOTIFY_COMPLETED, completed, context,
        MHD_OPTION_NOTIFY_CONNECTION, connection, context,
        MHD_OPTION_URI_LOG_CALLBACK, opened, context,
        MHD_OPTION_UNESCAPE_CALLBACK, unescape, context,
        MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

/// MHD_get_connection_info is variadic. What the connection callback stored when the connection started, or NULL.
static inline void *cmhd_socket_context(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == NULL ? NULL : info->socket_context;
}

/// MHD_get_connection_info is variadic. The connection's socket, or -1.
static inline int cmhd_socket(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : info->connect_fd;
}

/// MHD_get_connection_info is variadic. The client's address, or NULL.
static inline const struct sockaddr *cmhd_client_address(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info == NULL ? NULL : info->client_addr;
}

/// MHD_get_connection_info is variadic. The status of the reply, also when libmicrohttpd itself refused the request; or
/// 0.
static inline unsigned int cmhd_status(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_HTTP_STATUS);
    return info == NULL ? 0 : info->http_status;
}

/// MHD_get_connection_info is variadic. Bytes of the request line and headers.
static inline size_t cmhd_header_size(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info == NULL ? 0 : info->header_size;
}

#endif
