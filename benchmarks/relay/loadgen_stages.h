/* The second half of loadgen.c: who types when, the stages, what is printed. */

typedef struct { u64 at; u32 line; } timer;
static timer *heap;
static u32 heap_size;

static void heap_push(u64 at, u32 who) {
  u32 i = heap_size++;
  for (; i && heap[(i - 1) / 2].at > at; i = (i - 1) / 2) heap[i] = heap[(i - 1) / 2];
  heap[i] = (timer){at, who};
}

static timer heap_pop(void) {
  timer first = heap[0], last = heap[--heap_size];
  u32 i = 0;
  for (u32 k; (k = 2 * i + 1) < heap_size; i = k) {
    if (k + 1 < heap_size && heap[k + 1].at < heap[k].at) k++;
    if (heap[k].at >= last.at) break;
    heap[i] = heap[k];
  }
  heap[i] = last;
  return first;
}

static double cpu_s(int pid) { /* user and system seconds of the server's threads */
  char path[64], text[2048];
  unsigned long user = 0, system = 0;
  snprintf(path, sizeof path, "/proc/%d/stat", pid);
  FILE *f = fopen(path, "r");
  if (!f) return 0;
  if (fgets(text, sizeof text, f)) {
    char *p = strrchr(text, ')');
    if (p) sscanf(p + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
  }
  fclose(f);
  return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

static double own_cpu_s(void) {
  struct rusage r;
  getrusage(RUSAGE_SELF, &r);
  return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) + (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

static void join_rooms(u32 from, u32 to) {
  u64 start = now_us();
  u32 next = from * CLIENTS, end = to * CLIENTS;
  while (opened + dead < end && now_us() - start < 60000000ull) {
    while (next < end && next - opened - dead < AT_ONCE) dial(&lines[next++]);
    pump(2000);
  }
  if (opened < end) fprintf(stderr, "%u of %u connections are open\n", opened, end);
}

static void type_until(u64 end) {
  while (now_us() < end && opened) {
    u64 now = now_us();
    for (int k = 0; heap_size && heap[0].at <= now && k < 256; k++) {
      timer t = heap_pop();
      keystroke(&lines[t.line], t.at);
      double pause = (0.7 + 0.6 * chance()) / RATE[lines[t.line].who];
      heap_push(t.at + (u64)(pause * 1e6), t.line);
    }
    now = now_us();
    long wait = heap_size && heap[0].at > now ? (long)(heap[0].at - now) : 0;
    pump(wait > 1000 ? 1000 : wait);
  }
}

/* One stage; returns its p99, so that the caller knows when to stop. */
static double stage(u32 active, double seconds, int pid) {
  type_until(now_us() + 1500000);
  memset(&key, 0, sizeof key), memset(&ack, 0, sizeof ack), memset(&lag, 0, sizeof lag);
  sent = expected = arrived = 0;
  measuring = 1, measured_from = now_us();
  double cpu = cpu_s(pid), own = own_cpu_s();
  type_until(measured_from + (u64)(seconds * 1e6));
  double took = (double)(now_us() - measured_from) / 1e6;
  cpu = cpu_s(pid) - cpu, own = own_cpu_s() - own;
  u64 grace = now_us(), pause;
  while (arrived < expected && now_us() - grace < 500000) pump(2000);
  measuring = 0, pause = now_us() - grace;
  for (u32 i = 0; i < heap_size; i++) heap[i].at += pause; /* nobody types meanwhile, nobody catches up */
  double p99 = quantile_ms(&key, 0.99);
  printf("{\"rooms\":%u,\"keys_per_s\":%.0f,\"delivered\":%.4f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.1f,"
         "\"ack_p50_ms\":%.1f,\"ack_p99_ms\":%.1f,\"cpu\":%.3f,\"us_per_key\":%.1f,\"gen_cpu\":%.2f,\"gen_lag_p99_ms\":%.2f,"
         "\"dead\":%u}\n",
         active, (double)sent / took, expected ? (double)arrived / (double)expected : 0, quantile_ms(&key, 0.5), p99,
         (double)key.most / 1000, quantile_ms(&ack, 0.5), quantile_ms(&ack, 0.99), cpu / took,
         sent ? cpu * 1e6 / (double)sent : 0, own / took, quantile_ms(&lag, 0.99), dead);
  fflush(stdout);
  return arrived < expected * 0.97 ? 1e9 : p99;
}

static void dump(const char *path) { /* room, typist, clocks sent, clocks acknowledged */
  FILE *f = fopen(path, "w");
  if (!f) die(path);
  for (u32 i = 0; i < rooms * CLIENTS; i++) {
    line *c = &lines[i];
    if (c->who > 1) continue;
    u32 far = 0, safe = 0, strokes = c->acked ? c->stroke_of[(c->acked - 1) % RING] : 0;
    for (u32 k = 0; k < c->next; k++) {
      stroke *s = &typists[c->who].strokes[k];
      if (s->clock == UINT32_MAX) continue;
      far = s->clock + 1;
      if (k < strokes) safe = s->clock + 1;
    }
    fprintf(f, "%u %d %u %u\n", c->room, c->who, far, safe);
  }
  fclose(f);
}

static void load_paths(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f) die(path);
  size_t room = 0;
  u32 count = 0;
  char *text = NULL;
  ssize_t n;
  while ((n = getline(&text, &room, f)) > 0) {
    text[n - 1] = 0;
    paths = realloc(paths, (count + 1) * sizeof *paths);
    paths[count++] = strdup(text);
  }
  fclose(f);
  rooms = count / CLIENTS;
}

int main(int argc, char **argv) {
  if (argc != 10) {
    fprintf(stderr, "usage: loadgen PORT PATHS TRACE PID ROOMS,... SECONDS AWARENESS DUMP P99_MS_MAX\n");
    return 2;
  }
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  port = atoi(argv[1]), with_cursors = atoi(argv[7]);
  load_paths(argv[2]), load_trace(argv[3]);
  epoll = epoll_create1(0);
  lines = calloc(rooms * CLIENTS, sizeof *lines);
  heap = malloc(rooms * CLIENTS * sizeof *heap);
  for (u32 i = 0; i < rooms * CLIENTS; i++) {
    lines[i] = (line){.room = i / CLIENTS, .who = (int)(i % CLIENTS)};
    if (lines[i].who < 2) lines[i].due = calloc(RING, 8), lines[i].stroke_of = calloc(RING, 4);
  }
  u32 active = 0;
  for (char *word = strtok(argv[5], ","); word; word = strtok(NULL, ",")) {
    u32 want = (u32)atoi(word);
    if (want > rooms) want = rooms;
    join_rooms(active, want);
    u64 now = now_us();
    for (; active < want; active++)
      for (u32 who = 0; who < 2; who++) heap_push(now + (u64)(chance() * 1e6 / RATE[who]), active * CLIENTS + who);
    double most = atof(argv[9]), seconds = atof(argv[6]);
    int pid = atoi(argv[4]);
    /* Twice more before giving up: on a shared machine a bad stage may be somebody else's. */
    int tries = 0;
    while (tries < 3 && stage(active, seconds, pid) > most) tries++;
    if (tries == 3) break;
    if (!opened) break;
  }
  dump(argv[8]);
  return 0;
}
