/* What the peers' programs share: time, waiting, looking at a payload, and the one line of JSON that each measurement prints. */
#ifndef CAMBER_ENDS_H
#define CAMBER_ENDS_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SECOND_NS 1000000000LL
#define LINE_BYTES 64
#define SAMPLES_MAX 8000000
/* A program whose partner died ends by itself. */
#define LIFE_S 60

static inline int64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * SECOND_NS + t.tv_nsec;
}

static inline void spin_once(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static volatile uint64_t kept;

/* One word of every cache line, as a consumer reads that looks at all of its input. */
static inline void look_at_all(const void *payload, size_t bytes) {
  const char *at = (const char *)payload;
  uint64_t sum = 0;
  for (size_t i = 0; i + sizeof(uint64_t) <= bytes; i += LINE_BYTES) {
    uint64_t word;
    memcpy(&word, at + i, sizeof word);
    sum += word;
  }
  kept = sum;
}

static int by_value(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

static inline void tell_round_trips(int64_t *samples, size_t count) {
  if (count == 0) {
    fprintf(stderr, "no round trip came back\n");
    exit(3);
  }
  qsort(samples, count, sizeof *samples, by_value);
  printf("{\"n\":%zu,\"p50\":%lld,\"p99\":%lld}\n", count, (long long)samples[count / 2],
      (long long)samples[(size_t)((double)count * 0.99)]);
  fflush(stdout);
}

static inline void tell_one_way(int64_t count, int64_t lost, size_t bytes, int64_t took_ns) {
  printf("{\"n\":%lld,\"lost\":%lld,\"mb_s\":%.3f}\n", (long long)count, (long long)lost,
      (double)count * (double)bytes * 1e3 / (double)took_ns);
  fflush(stdout);
}

/* Counts numbered messages from the end of the warm-up on. */
struct tally {
  int64_t warm_ns, length_ns;
  int64_t begin, from, count, lost, next;
};

static inline void tally_take(struct tally *t, int64_t number) {
  if (t->count > 0 && number > t->next) {
    t->lost += number - t->next;
  }
  t->next = number + 1;
  t->count++;
}

/* Whether the measurement is over; told when it is. Begins with the first message. */
static inline int tally_is_over(struct tally *t, size_t bytes) {
  int64_t now = now_ns();
  if (t->count == 0) {
    return 0;
  }
  if (t->begin == 0) {
    t->begin = now;
  }
  if (t->from == 0) {
    if (now - t->begin > t->warm_ns) {
      t->from = now;
      t->count = 1;
      t->lost = 0;
    }
    return 0;
  }
  if (now - t->from < t->length_ns) {
    return 0;
  }
  tell_one_way(t->count - 1, t->lost, bytes, now - t->from);
  return 1;
}
#endif
