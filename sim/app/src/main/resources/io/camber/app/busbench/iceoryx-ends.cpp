// iceoryx 2: iceoryx-ends ping|pong BYTES SECONDS spin|block copy|loan, under a RouDi of its own.
// copy: the payload is copied into the chunk and every cache line of it is read; loan: one word is written and read in place.
#include "ends.h"

#include "iceoryx_posh/popo/untyped_publisher.hpp"
#include "iceoryx_posh/popo/untyped_subscriber.hpp"
#include "iceoryx_posh/popo/wait_set.hpp"
#include "iceoryx_posh/runtime/posh_runtime.hpp"

#include <csignal>
#include <string>
#include <vector>

namespace {
// The wait set loses a wake-up now and then; without a limit that would be the end of the measurement.
constexpr uint64_t WAIT_MS = 200;
constexpr int64_t WARM_UP_NS = SECOND_NS / 2;
constexpr int64_t PATIENCE_NS = 5 * SECOND_NS;

volatile std::sig_atomic_t isEnding = 0;

class End {
 public:
  End(bool isPing, size_t bytes, bool isSpinning, bool isLoan)
      : bytes_(bytes), isSpinning_(isSpinning), isLoan_(isLoan), source_(bytes, 7),
        in_(topic(isPing ? "fro" : "to"), in()), out_(topic(isPing ? "to" : "fro")) {
    if (!isSpinning_) {
      waitSet_.attachState(in_, iox::popo::SubscriberState::HAS_DATA).or_else([](auto) { std::abort(); });
    }
  }

  bool isMatched() const {
    return out_.hasSubscribers() && in_.getSubscriptionState() == iox::SubscribeState::SUBSCRIBED;
  }

  void send(int64_t number) {
    bool isSent = false;
    while (!isSent && !isEnding) {
      out_.loan(static_cast<uint32_t>(bytes_)).and_then([&](void* chunk) {
        if (!isLoan_) {
          std::memcpy(chunk, source_.data(), bytes_);
        }
        std::memcpy(chunk, &number, sizeof number);
        out_.publish(chunk);
        isSent = true;
      });
    }
  }

  // The number of the next message, -1 when there is none.
  int64_t take() {
    int64_t number = -1;
    in_.take().and_then([&](const void* chunk) {
      std::memcpy(&number, chunk, sizeof number);
      if (!isLoan_) {
        look_at_all(chunk, bytes_);
      }
      in_.release(chunk);
    });
    return number;
  }

  void rest() {
    if (isSpinning_) {
      spin_once();
    } else {
      waitSet_.timedWait(iox::units::Duration::fromMilliseconds(WAIT_MS));
    }
  }

 private:
  static iox::capro::ServiceDescription topic(const char* way) {
    return {"camber", "bench", iox::capro::IdString_t(iox::cxx::TruncateToCapacity, way)};
  }

  static iox::popo::SubscriberOptions in() {
    iox::popo::SubscriberOptions options;
    options.queueCapacity = 4;
    return options;
  }

  size_t bytes_;
  bool isSpinning_;
  bool isLoan_;
  std::vector<char> source_;
  iox::popo::UntypedSubscriber in_;
  iox::popo::UntypedPublisher out_;
  iox::popo::WaitSet<> waitSet_;
};

void pong(End& end) {
  while (!isEnding) {
    const int64_t number = end.take();
    if (number >= 0) {
      end.send(number);
    } else {
      end.rest();
    }
  }
}

bool await(End& end, int64_t number) {
  const int64_t start = now_ns();
  while (end.take() != number) {
    end.rest();
    if (isEnding || now_ns() - start > PATIENCE_NS) {
      return false;
    }
  }
  return true;
}

int ping(End& end, double seconds) {
  while (!end.isMatched() && !isEnding) {
    usleep(1000);
  }
  std::vector<int64_t> samples;
  samples.reserve(SAMPLES_MAX);
  const int64_t from = now_ns() + WARM_UP_NS;
  const int64_t until = from + static_cast<int64_t>(seconds * 1e9);
  int64_t before = now_ns();
  for (int64_t number = 0; before < until && samples.size() < SAMPLES_MAX; number++) {
    end.send(number);
    if (!await(end, number)) {
      std::fprintf(stderr, "no answer\n");
      return 3;
    }
    const int64_t after = now_ns();
    if (before > from) {
      samples.push_back(after - before);
    }
    before = after;
  }
  tell_round_trips(samples.data(), samples.size());
  return 0;
}
}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    return 2;
  }
  alarm(LIFE_S);
  const std::string role = argv[1];
  const std::string name = "camber-bench-" + role;
  iox::runtime::PoshRuntime::initRuntime(iox::RuntimeName_t(iox::cxx::TruncateToCapacity, name.c_str()));
  std::signal(SIGTERM, [](int) { isEnding = 1; });
  End end(role == "ping", std::strtoul(argv[2], nullptr, 10), std::string(argv[4]) == "spin",
      std::string(argv[5]) == "loan");
  if (role == "pong") {
    pong(end);
    return 0;
  }
  return ping(end, std::atof(argv[3]));
}
