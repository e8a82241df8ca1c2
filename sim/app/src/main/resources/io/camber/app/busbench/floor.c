/* One core's memcpy: floor BYTES SECONDS. */
#include "ends.h"

int main(int argc, char **argv) {
  if (argc != 3) {
    return 2;
  }
  alarm(LIFE_S);
  size_t bytes = strtoul(argv[1], NULL, 10);
  char *from = malloc(bytes), *to = malloc(bytes);
  memset(from, 7, bytes);
  memset(to, 1, bytes);
  struct tally tally = {SECOND_NS / 2, (int64_t)(atof(argv[2]) * 1e9), 0, 0, 0, 0, 0};
  for (int64_t i = 0;; i++) {
    memcpy(to, from, bytes);
    __asm__ volatile("" : : "r"(to) : "memory"); /* or the copy would be left out */
    tally_take(&tally, i);
    if (tally_is_over(&tally, bytes)) {
      return 0;
    }
  }
}
