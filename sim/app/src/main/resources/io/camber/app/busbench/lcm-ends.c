/* LCM over UDP multicast that does not leave the host: lcm-ends ping|pong|pub|sub BYTES SECONDS. */
#include "ends.h"
#include <lcm/lcm.h>

#define URL "udpm://239.255.77.42:7742?ttl=0&recv_buf_size=4194304"
#define WARM_UP_NS (SECOND_NS / 2)
/* LCM does not send again: a message that has not come back by then is lost. */
#define WAIT_MS 200
#define QUEUE 100

static lcm_t *lcm;
static char *message;
static int is_echo;
static int64_t heard = -1;
static struct tally tally;

static void take(const lcm_recv_buf_t *received, const char *channel, void *user) {
  (void)channel;
  (void)user;
  memcpy(&heard, received->data, sizeof heard);
  look_at_all(received->data, received->data_size);
  if (is_echo) {
    lcm_publish(lcm, "FRO", received->data, received->data_size);
  } else {
    tally_take(&tally, heard);
  }
}

static void send_to(const char *channel, int64_t number, size_t bytes) {
  memcpy(message, &number, sizeof number);
  lcm_publish(lcm, channel, message, (unsigned)bytes);
}

static void ping(size_t bytes, double seconds) {
  int64_t *samples = malloc(sizeof *samples * SAMPLES_MAX);
  size_t count = 0;
  int64_t start = now_ns(), from = 0, until = 0;
  for (int64_t number = 0; count < SAMPLES_MAX; number++) {
    int64_t before = now_ns();
    if (until && before > until) {
      break;
    }
    send_to("TO", number, bytes);
    while (heard != number && lcm_handle_timeout(lcm, WAIT_MS) > 0) {
    }
    if (heard != number) {
      if (now_ns() - start > LIFE_S / 4 * SECOND_NS) {
        break;
      }
      continue;
    }
    if (!from) {
      from = now_ns() + WARM_UP_NS; /* now the other one is there */
      until = from + (int64_t)(seconds * 1e9);
    } else if (before > from) {
      samples[count++] = now_ns() - before;
    }
  }
  tell_round_trips(samples, count);
}

int main(int argc, char **argv) {
  if (argc != 4) {
    return 2;
  }
  alarm(LIFE_S);
  const char *role = argv[1];
  size_t bytes = strtoul(argv[2], NULL, 10);
  double seconds = atof(argv[3]);
  message = malloc(bytes);
  memset(message, 7, bytes);
  lcm = lcm_create(URL);
  if (!lcm) {
    fprintf(stderr, "no multicast\n");
    return 3;
  }
  if (!strcmp(role, "pub")) {
    for (int64_t number = 0;; number++) {
      send_to("TO", number, bytes);
    }
  }
  is_echo = !strcmp(role, "pong");
  lcm_subscription_t *in = lcm_subscribe(lcm, !strcmp(role, "ping") ? "FRO" : "TO", take, NULL);
  lcm_subscription_set_queue_capacity(in, QUEUE);
  if (!strcmp(role, "ping")) {
    ping(bytes, seconds);
    return 0;
  }
  tally.warm_ns = WARM_UP_NS;
  tally.length_ns = (int64_t)(seconds * 1e9);
  for (;;) {
    lcm_handle_timeout(lcm, WAIT_MS);
    if (!is_echo && tally_is_over(&tally, bytes)) {
      return 0;
    }
  }
}
