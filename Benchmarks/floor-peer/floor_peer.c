// The least that answering over loopback costs: an epoll loop that reads a request without looking at it, and sends the same
// headers and body each time. No parsing, no log, no limits. What it takes is the kernel's, and no server can take less.
//
// usage: floor_peer copy|sendfile PORT FILE HEADERS
//   copy: one sendmsg of headers and body. sendfile: the headers with MSG_MORE, then the file from the page cache.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const char *what) {
    perror(what);
    return 1;
}

int main(int count, char **arguments) {
    if (count != 5) {
        fputs("usage: floor_peer copy|sendfile PORT FILE HEADERS\n", stderr);
        return 2;
    }
    int copies = strcmp(arguments[1], "copy") == 0;
    int file = open(arguments[3], O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) return fail(arguments[3]);
    size_t size = (size_t)status.st_size;
    void *body = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
    if (body == MAP_FAILED) return fail("mmap");
    char headers[2048];
    int length = snprintf(headers, sizeof headers, "HTTP/1.1 200 OK\r\n%sContent-Length: %zu\r\n\r\n", arguments[4], size);

    int on = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(arguments[2])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 1024) != 0) return fail("bind");
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, ready[64];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int many = epoll_wait(poll, ready, 64, -1);
        for (int i = 0; i < many; i++) {
            int client = ready[i].data.fd;
            if (client == listener) {
                while ((client = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
                    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                    event = (struct epoll_event){.events = EPOLLIN | EPOLLET, .data.fd = client};
                    epoll_ctl(poll, EPOLL_CTL_ADD, client, &event);
                }
                continue;
            }
            char request[8192];
            if (recv(client, request, sizeof request, 0) <= 0) {
                close(client);
                continue;
            }
            if (copies) {
                struct iovec parts[2] = {{headers, (size_t)length}, {body, size}};
                struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
                if (sendmsg(client, &message, MSG_NOSIGNAL) != (ssize_t)(length + size)) close(client);
            } else {
                off_t offset = 0;
                if (send(client, headers, (size_t)length, MSG_MORE | MSG_NOSIGNAL) != length
                    || sendfile(client, file, &offset, size) != (ssize_t)size) close(client);
            }
        }
    }
}
