/* keylog.c - lets a server that uses OpenSSL write its session keys (NSS key log format), so that a
 * capture of the lab's own traffic can be read.
 *
 * Build:  cc -O2 -Wall -shared -fPIC -o keylog.so keylog.c -ldl
 * Usage:  SSLKEYLOGFILE=keys.txt LD_PRELOAD=./keylog.so nginx ... */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_st SSL;
typedef struct ssl_method_st SSL_METHOD;

/* One write a line: lines of several processes do not mix (O_APPEND). */
static void keep(const SSL *ssl, const char *line) {
    const char *path = getenv("SSLKEYLOGFILE");
    char text[1024];
    int n = snprintf(text, sizeof text, "%s\n", line);
    int fd = path ? open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
    (void)ssl;
    if (fd < 0 || n >= (int)sizeof text) return;
    if (write(fd, text, n) != n) perror(path);
    close(fd);
}

SSL_CTX *SSL_CTX_new(const SSL_METHOD *method) {
    SSL_CTX *(*real)(const SSL_METHOD *) = dlsym(RTLD_NEXT, "SSL_CTX_new");
    void (*set)(SSL_CTX *, void (*)(const SSL *, const char *)) = dlsym(RTLD_DEFAULT, "SSL_CTX_set_keylog_callback");
    SSL_CTX *ctx = real(method);
    if (ctx && set) set(ctx, keep);
    return ctx;
}
