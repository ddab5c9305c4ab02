/* Many rooms of people typing, over plain y-websocket, from one thread: a generator that is not the bottleneck.
 *
 *   loadgen PORT PATHS TRACE PID ROOMS,ROOMS,... SECONDS AWARENESS DUMP P99_MS_MAX
 *
 * PATHS has one address a line, three a room: two typists (6 and 2 keystrokes a second) and a reader. Open loop:
 * a keystroke is sent when it is due, whatever came back, and its latency counts from when it was due, so a slow
 * server cannot hide behind a generator that waits for it. One JSON line a stage. DUMP says at the end how far each
 * typist got and what was acknowledged.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

typedef uint8_t u8;
typedef uint32_t u32;
typedef uint64_t u64;

enum { CLIENTS = 3, RING = 1024, AT_ONCE = 64 };
static const double RATE[2] = {6, 2};
static const u8 MASK[4] = {0x5a, 0xa5, 0x3c, 0xc3};

static void die(const char *what) {
  perror(what);
  exit(2);
}

static u64 now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (u64)t.tv_sec * 1000000 + (u64)t.tv_nsec / 1000;
}

static u32 seed = 2463534242u;
static double chance(void) { /* xorshift: the same run every time */
  seed ^= seed << 13, seed ^= seed >> 17, seed ^= seed << 5;
  return seed / 4294967296.0;
}

/* ---- the trace ---- */
typedef struct { u32 clock, size, cursor_size; const u8 *update, *cursor; } stroke;
typedef struct { u32 client, count, clocks; stroke *strokes; u32 *by_clock; } typist;
static typist typists[2];
static const u8 *base;
static u32 base_size;

static u32 get32(const u8 *p) { return p[0] | p[1] << 8 | p[2] << 16 | (u32)p[3] << 24; }

static void load_trace(const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) die(path);
  fseek(f, 0, SEEK_END);
  size_t size = (size_t)ftell(f);
  rewind(f);
  u8 *p = malloc(size);
  if (fread(p, 1, size, f) != size || memcmp(p, "OTR1", 4)) die(path);
  fclose(f);
  base_size = get32(p + 4), base = p + 8, p += 8 + base_size;
  for (int t = 0; t < 2; t++) {
    typist *me = &typists[t];
    me->client = get32(p), me->count = get32(p + 4), p += 8;
    me->strokes = calloc(me->count, sizeof(stroke));
    for (u32 i = 0; i < me->count; i++) {
      stroke *s = &me->strokes[i];
      s->clock = get32(p), s->size = p[4] | p[5] << 8, s->cursor_size = p[6] | p[7] << 8;
      s->update = p + 8, s->cursor = s->update + s->size, p += 8 + s->size + s->cursor_size;
      if (s->clock != UINT32_MAX) me->clocks = s->clock + 1;
    }
    me->by_clock = malloc(4 * me->clocks);
    memset(me->by_clock, 0xff, 4 * me->clocks);
    for (u32 i = 0; i < me->count; i++)
      if (me->strokes[i].clock != UINT32_MAX) me->by_clock[me->strokes[i].clock] = i;
  }
}

/* ---- latencies, in buckets of one part in 32 ---- */
typedef struct { u64 n, bucket[2048], most; } latencies;
static latencies key, ack, lag;

static void add(latencies *l, u64 us) {
  int k = us < 64 ? (int)us : 0;
  if (us >= 64) {
    int e = 63 - __builtin_clzll(us);
    k = 64 + (e - 6) * 32 + (int)((us >> (e - 5)) & 31);
  }
  l->bucket[k > 2047 ? 2047 : k]++, l->n++;
  if (us > l->most) l->most = us;
}

static double quantile_ms(const latencies *l, double q) {
  u64 seen = 0, want = (u64)(q * (double)l->n);
  for (int k = 0; k < 2048; k++) {
    seen += l->bucket[k];
    if (seen > want) {
      int e = (k - 64) / 32 + 6;
      return (k < 64 ? k : (double)((1ull << e) + ((u64)((k - 64) % 32 + 1) << (e - 5)))) / 1000.0;
    }
  }
  return l->n ? (double)l->most / 1000.0 : -1;
}

/* ---- connections ---- */
enum { CLOSED, CONNECTING, UPGRADING, JOINING, OPEN };
typedef struct {
  int fd, state, who; /* who: 0 and 1 type, 2 reads */
  u32 room, next, sent, acked; /* next stroke; data frames sent and acknowledged */
  u8 *in, *out;
  u32 in_size, in_room, out_size, out_room;
  u64 *due;      /* of each data frame, by number */
  u32 *stroke_of; /* data frame -> how many strokes were sent with it */
} line;

static line *lines;
static char **paths;
static int epoll, port, with_cursors;
static u32 rooms, opened, dead;
static int measuring;
static u64 measured_from, sent, expected, arrived;

static void drop(line *c) {
  if (c->state == CLOSED) return;
  if (c->state == OPEN) opened--;
  close(c->fd), c->state = CLOSED, dead++;
}

static void watch(line *c, int op, u32 events) {
  struct epoll_event e = {.events = events, .data.ptr = c};
  epoll_ctl(epoll, op, c->fd, &e);
}

static void put(line *c, const u8 *data, size_t size) {
  if (c->state == CLOSED) return;
  ssize_t done = 0;
  if (!c->out_size) {
    done = send(c->fd, data, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (done < 0 && errno != EAGAIN) { drop(c); return; }
    if (done < 0) done = 0;
    if ((size_t)done == size) return;
  }
  u32 rest = (u32)(size - (size_t)done);
  if (c->out_size + rest > c->out_room) c->out = realloc(c->out, c->out_room = (c->out_size + rest) * 2);
  memcpy(c->out + c->out_size, data + done, rest);
  c->out_size += rest;
  watch(c, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
}

static void flush(line *c) {
  ssize_t done = send(c->fd, c->out, c->out_size, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (done < 0 && errno != EAGAIN) { drop(c); return; }
  if (done > 0) memmove(c->out, c->out + done, c->out_size -= (u32)done);
  if (!c->out_size) watch(c, EPOLL_CTL_MOD, EPOLLIN);
}

static u32 put_varuint(u8 *p, u32 n) {
  u32 k = 0;
  for (; n > 127; n >>= 7) p[k++] = (u8)(n | 128);
  p[k++] = (u8)n;
  return k;
}

/* One masked binary frame: kind, inner kind (or -1), then varbytes. Returns its length. */
static u32 make_frame(u8 *to, int opcode, int kind, int inner, const u8 *data, u32 size) {
  u8 head[8];
  u32 h = 0, p = 0;
  if (kind >= 0) head[h++] = (u8)kind;
  if (inner >= 0) head[h++] = (u8)inner;
  if (kind >= 0) h += put_varuint(head + h, size);
  u32 n = h + size;
  to[p++] = (u8)(0x80 | opcode);
  if (n < 126) to[p++] = (u8)(0x80 | n);
  else to[p++] = 0x80 | 126, to[p++] = (u8)(n >> 8), to[p++] = (u8)n;
  memcpy(to + p, MASK, 4), p += 4;
  for (u32 i = 0; i < n; i++) to[p++] = (u8)((i < h ? head[i] : data[i - h]) ^ MASK[i & 3]);
  return p;
}

static u8 scratch[1 << 17];

static void send_data(line *c, int inner, const u8 *update, u32 size, u64 due) {
  c->due[c->sent % RING] = due, c->stroke_of[c->sent % RING] = c->next;
  c->sent++;
  put(c, scratch, make_frame(scratch, 2, 0, inner, update, size));
}

static void keystroke(line *c, u64 due) {
  typist *me = &typists[c->who];
  if (c->state != OPEN || c->next >= me->count) return;
  stroke *s = &me->strokes[c->next++];
  c->due[c->sent % RING] = due, c->stroke_of[c->sent % RING] = c->next;
  c->sent++;
  u32 size = make_frame(scratch, 2, 0, 2, s->update, s->size);
  if (with_cursors) size += make_frame(scratch + size, 2, 1, -1, s->cursor, s->cursor_size);
  put(c, scratch, size);
  if (measuring) {
    sent++, add(&lag, now_us() - due);
    if (s->clock != UINT32_MAX && due >= measured_from) expected += CLIENTS - 1;
  }
}

static int varuint(const u8 **p, const u8 *end, u64 *n) {
  *n = 0;
  for (int shift = 0; *p < end && shift < 63; shift += 7) {
    u8 byte = *(*p)++;
    *n |= (u64)(byte & 127) << shift;
    if (byte < 128) return 1;
  }
  return 0;
}

static void on_update(line *c, const u8 *p, const u8 *end, u64 at) {
  u64 clients, structs, client, clock;
  if (!varuint(&p, end, &clients) || clients != 1) return;
  if (!varuint(&p, end, &structs) || !varuint(&p, end, &client) || !varuint(&p, end, &clock)) return;
  int who = client == typists[0].client ? 0 : client == typists[1].client ? 1 : -1;
  if (who < 0 || who == c->who || clock >= typists[who].clocks) return; /* y-websocket echoes to the sender */
  u32 i = typists[who].by_clock[clock];
  line *from = &lines[c->room * CLIENTS + (u32)who];
  if (i == UINT32_MAX || i >= from->next || from->next - i >= RING - 1) return;
  u64 due = from->due[(from->sent - (from->next - i)) % RING];
  if (measuring && due >= measured_from) arrived++, add(&key, at > due ? at - due : 0);
}

static void on_message(line *c, const u8 *p, const u8 *end, u64 at) {
  u64 kind, inner, size;
  if (!varuint(&p, end, &kind)) return;
  if (kind == 100 && varuint(&p, end, &size)) {
    for (; c->acked < size && c->acked < c->sent; c->acked++) {
      u64 due = c->due[c->acked % RING];
      if (measuring && due >= measured_from) add(&ack, at > due ? at - due : 0);
    }
    return;
  }
  if (kind != 0 || !varuint(&p, end, &inner) || !varuint(&p, end, &size) || p + size > end) return;
  if (inner == 0) put(c, scratch, make_frame(scratch, 2, 0, 1, (const u8 *)"\0\0", 2));
  if (inner == 1 && c->state == JOINING) {
    c->state = OPEN, opened++;
    if (c->who == 0) send_data(c, 2, base, base_size, at);
  }
  if (inner == 2) on_update(c, p, p + size, at);
}

static u32 take_frames(line *c, const u8 *p, u32 size, u64 at) { /* returns how many bytes were used */
  u32 used = 0;
  while (c->state != CLOSED && size - used >= 2) {
    const u8 *f = p + used;
    u64 n = f[1] & 127;
    u32 h = 2;
    if (n >= 126) {
      h = n == 126 ? 4 : 10;
      if (size - used < h) break;
      n = 0;
      for (u32 i = 2; i < h; i++) n = n << 8 | f[i];
    }
    if (size - used < h + n) break;
    int op = f[0] & 15;
    if (op == 2) on_message(c, f + h, f + h + n, at);
    else if (op == 9) put(c, scratch, make_frame(scratch, 10, -1, -1, f + h, (u32)n));
    else if (op == 8) { drop(c); break; }
    used += h + (u32)n;
  }
  return used;
}

static void take(line *c) {
  static u8 bytes[1 << 18];
  ssize_t got = recv(c->fd, bytes, sizeof bytes, MSG_DONTWAIT);
  if (got == 0 || (got < 0 && errno != EAGAIN)) { drop(c); return; }
  if (got < 0) return;
  u64 at = now_us();
  u8 *p = bytes;
  u32 size = (u32)got;
  if (c->in_size) {
    if (c->in_size + size > c->in_room) c->in = realloc(c->in, c->in_room = (c->in_size + size) * 2);
    memcpy(c->in + c->in_size, bytes, size);
    p = c->in, size += c->in_size;
  }
  u32 used = 0;
  if (c->state == UPGRADING) {
    u8 *end = memmem(p, size, "\r\n\r\n", 4);
    if (end) {
      if (!memmem(p, 16, " 101", 4)) { fprintf(stderr, "refused: %.80s\n", p); drop(c); return; }
      used = (u32)(end + 4 - p), c->state = JOINING;
      put(c, scratch, make_frame(scratch, 2, 0, 0, (const u8 *)"\0", 1));
    }
  }
  if (c->state >= JOINING) used += take_frames(c, p + used, size - used, at);
  u32 rest = size - used;
  if (rest && p == bytes) {
    if (rest > c->in_room) c->in = realloc(c->in, c->in_room = rest * 2);
    memcpy(c->in, p + used, rest);
  } else if (rest) memmove(c->in, c->in + used, rest);
  c->in_size = rest;
}

static void dial(line *c) {
  c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (c->fd < 0) die("socket");
  int one = 1;
  setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(0x7f000001)};
  if (connect(c->fd, (void *)&to, sizeof to) < 0 && errno != EINPROGRESS) die("connect");
  c->state = CONNECTING;
  watch(c, EPOLL_CTL_ADD, EPOLLIN | EPOLLOUT);
}

static void upgrade(line *c) {
  char request[2048];
  int n = snprintf(request, sizeof request,
                   "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
                   paths[c - lines], port);
  watch(c, EPOLL_CTL_MOD, EPOLLIN);
  c->state = UPGRADING;
  put(c, (u8 *)request, (size_t)n);
}

static void pump(long us) {
  static struct epoll_event events[512];
  struct timespec wait = {us / 1000000, us % 1000000 * 1000};
  int n = epoll_pwait2(epoll, events, 512, &wait, NULL);
  for (int i = 0; i < n; i++) {
    line *c = events[i].data.ptr;
    if (c->state == CONNECTING) upgrade(c);
    if (c->state != CLOSED && c->out_size && events[i].events & EPOLLOUT) flush(c);
    if (c->state != CLOSED && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) take(c);
  }
}

#include "loadgen_stages.h"
