/* Times esmini's library on one scenario: time-esmini LIBRARY SCENARIO UNTIL_S WARM_UPS REPETITIONS
 * Prints a line "init_ms step_us steps" for each repetition that counts. Steps are 10 ms; nothing is logged, drawn or recorded. */
#define _POSIX_C_SOURCE 199309L
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec * 1e-3;
}

static void *find(void *library, const char *name) {
  void *found = dlsym(library, name);
  if (!found) {
    fprintf(stderr, "the library has no %s\n", name);
    exit(2);
  }
  return found;
}

int main(int argc, char **argv) {
  if (argc != 6) {
    return 2;
  }
  void *library = dlopen(argv[1], RTLD_NOW);
  if (!library) {
    fprintf(stderr, "%s\n", dlerror());
    return 2;
  }
  int (*init)(int, const char **);
  int (*step)(double);
  int (*quits)(void);
  void (*close_all)(void);
  *(void **)&init = find(library, "SE_InitWithArgs");
  *(void **)&step = find(library, "SE_StepDT");
  *(void **)&quits = find(library, "SE_GetQuitFlag");
  *(void **)&close_all = find(library, "SE_Close");
  long most = (long)(atof(argv[3]) / 0.01 + 0.5);
  int warm_ups = atoi(argv[4]);
  int repetitions = atoi(argv[5]);
  const char *arguments[] = {"esmini", "--osc", argv[2], "--headless", "--disable_log", "--disable_stdout", "--seed", "1"};
  for (int i = 0; i < warm_ups + repetitions; i++) {
    double start = now_us();
    if (init(8, arguments) != 0) {
      return 1;
    }
    double ready = now_us();
    long steps = 0;
    while (steps < most && quits() == 0 && step(0.01) == 0) {
      steps++;
    }
    double end = now_us();
    close_all();
    if (i >= warm_ups) {
      printf("%.4f %.5f %ld\n", (ready - start) * 1e-3, (end - ready) / (steps > 0 ? steps : 1), steps);
    }
  }
  return 0;
}
