/* CycloneDDS: cyclone-ends ping|pong|pub|sub BYTES SECONDS. Reliable; waits in a wait set. */
#include "blob.h"
#include "dds/dds.h"
#include "ends.h"

#define DOMAIN_ID 77
#define WARM_UP_NS (SECOND_NS / 2)
#define PATIENCE_NS (5 * SECOND_NS)
#define MATCH_NS (15 * SECOND_NS)
#define WAIT_MS 200
#define TAKEN 8
/* How many samples a writer of a flood keeps that are not acknowledged yet. */
#define KEPT_SMALL 256
#define KEPT_LARGE 8

static dds_entity_t participant, writer, reader, waitset;
static size_t bytes;
static uint8_t *source;

static void require(dds_return_t code, const char *what) {
  if (code < 0) {
    fprintf(stderr, "%s: %s\n", what, dds_strretcode(-code));
    exit(3);
  }
}

static dds_qos_t *qos(int is_flood) {
  dds_qos_t *q = dds_create_qos();
  dds_qset_reliability(q, DDS_RELIABILITY_RELIABLE, DDS_SECS(10));
  dds_qset_durability(q, DDS_DURABILITY_VOLATILE);
  if (is_flood) {
    int32_t kept_samples = bytes >= 1 << 20 ? KEPT_LARGE : KEPT_SMALL;
    dds_qset_history(q, DDS_HISTORY_KEEP_ALL, 0);
    dds_qset_resource_limits(q, kept_samples, DDS_LENGTH_UNLIMITED, DDS_LENGTH_UNLIMITED);
  } else {
    dds_qset_history(q, DDS_HISTORY_KEEP_LAST, 1);
  }
  return q;
}

static void open_writer(const char *name, dds_qos_t *q) {
  dds_entity_t topic = dds_create_topic(participant, &bench_Blob_desc, name, NULL, NULL);
  require(topic, "topic");
  require(writer = dds_create_writer(participant, topic, q, NULL), "writer");
}

static void open_reader(const char *name, dds_qos_t *q) {
  dds_entity_t topic = dds_create_topic(participant, &bench_Blob_desc, name, NULL, NULL);
  require(topic, "topic");
  require(reader = dds_create_reader(participant, topic, q, NULL), "reader");
  require(waitset = dds_create_waitset(participant), "wait set");
  dds_entity_t condition = dds_create_readcondition(reader, DDS_ANY_STATE);
  require(condition, "condition");
  require(dds_waitset_attach(waitset, condition, 0), "attach");
}

static void await_match(void) {
  int64_t start = now_ns();
  dds_publication_matched_status_t out = {0};
  dds_subscription_matched_status_t in = {0};
  do {
    usleep(2000);
    if (writer) {
      dds_get_publication_matched_status(writer, &out);
    }
    if (reader) {
      dds_get_subscription_matched_status(reader, &in);
    }
    if (now_ns() - start > MATCH_NS) {
      fprintf(stderr, "nobody came\n");
      exit(3);
    }
  } while ((writer && !out.current_count) || (reader && !in.current_count));
  usleep(200000); /* the other side may not have seen this one yet */
}

static void send_from(int64_t number, uint8_t *payload) {
  bench_Blob blob = {0};
  blob.number = number;
  blob.payload._buffer = payload;
  blob.payload._length = blob.payload._maximum = (uint32_t)bytes;
  dds_return_t code = dds_write(writer, &blob);
  if (code != DDS_RETCODE_TIMEOUT) {
    require(code, "write");
  }
}

/* Takes what is there, or waits for it; gives the number of the last one, -1 for none. */
static int64_t take(int is_echo, struct tally *tally) {
  void *samples[TAKEN] = {0};
  dds_sample_info_t infos[TAKEN];
  int32_t count = dds_take(reader, samples, infos, TAKEN, TAKEN);
  if (count <= 0) {
    dds_attach_t ready[1];
    dds_waitset_wait(waitset, ready, 1, DDS_MSECS(WAIT_MS));
    return -1;
  }
  int64_t number = -1;
  for (int32_t i = 0; i < count; i++) {
    bench_Blob *blob = samples[i];
    if (!infos[i].valid_data) {
      continue;
    }
    look_at_all(blob->payload._buffer, bytes);
    number = blob->number;
    if (is_echo) {
      send_from(number, blob->payload._buffer);
    }
    if (tally) {
      tally_take(tally, number);
    }
  }
  dds_return_loan(reader, samples, count);
  return number;
}

static void ping(double seconds) {
  int64_t *samples = malloc(sizeof *samples * SAMPLES_MAX);
  size_t count = 0;
  int64_t from = now_ns() + WARM_UP_NS, until = from + (int64_t)(seconds * 1e9), before = now_ns();
  for (int64_t number = 0; before < until && count < SAMPLES_MAX; number++) {
    before = now_ns();
    send_from(number, source);
    while (take(0, NULL) != number) {
      if (now_ns() - before > PATIENCE_NS) {
        fprintf(stderr, "no answer\n");
        exit(3);
      }
    }
    int64_t after = now_ns();
    if (before > from) {
      samples[count++] = after - before;
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
  double seconds = atof(argv[3]);
  bytes = strtoul(argv[2], NULL, 10);
  source = malloc(bytes);
  memset(source, 7, bytes);
  require(participant = dds_create_participant(DOMAIN_ID, NULL, NULL), "participant");
  if (!strcmp(role, "ping")) {
    open_writer("to", qos(0));
    open_reader("fro", qos(0));
    await_match();
    ping(seconds);
  } else if (!strcmp(role, "pong")) {
    open_writer("fro", qos(0));
    open_reader("to", qos(0));
    for (;;) {
      take(1, NULL);
    }
  } else if (!strcmp(role, "pub")) {
    open_writer("to", qos(1));
    await_match();
    for (int64_t number = 0;; number++) {
      send_from(number, source);
    }
  } else {
    struct tally tally = {WARM_UP_NS, (int64_t)(seconds * 1e9), 0, 0, 0, 0, 0};
    open_reader("to", qos(1));
    while (!tally_is_over(&tally, bytes)) {
      take(0, &tally);
    }
  }
  fflush(stdout);
  _exit(0); /* leaving DDS in order takes seconds */
}
