// Embree's single-ray throughput on the town of boxes of BoxTown.java: 64 x 2048 rays from 1.8 m above its middle.
// g++ -O3 -march=native embree-rays.cpp -lembree3 -o embree-rays && ./embree-rays BOXES REPETITIONS
// Prints million rays a second, best of the repetitions, on one thread.
#include <embree3/rtcore.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <vector>

struct Town {
  std::vector<float> points;
  std::vector<unsigned> corners;

  unsigned point(float x, float y, float z) {
    points.insert(points.end(), {x, y, z});
    return points.size() / 3 - 1;
  }

  void quad(unsigned a, unsigned b, unsigned c, unsigned d) {
    corners.insert(corners.end(), {a, b, c, a, c, d});
  }

  void box(float x, float y, float z, float half_x, float half_y, float half_z) {
    unsigned v[8];
    for (int i = 0; i < 8; i++) {
      v[i] = point(i & 1 ? x + half_x : x - half_x, i & 2 ? y + half_y : y - half_y, i & 4 ? z + half_z : z - half_z);
    }
    quad(v[0], v[2], v[3], v[1]);
    quad(v[4], v[5], v[7], v[6]);
    quad(v[0], v[1], v[5], v[4]);
    quad(v[3], v[2], v[6], v[7]);
    quad(v[2], v[0], v[4], v[6]);
    quad(v[1], v[3], v[7], v[5]);
  }
};

static Town build(int boxes) {
  Town town;
  std::mt19937 random(7);
  auto unit = [&] { return random() / 4294967296.0; };
  for (int i = 0; i < boxes; i++) {
    double x = (unit() - 0.5) * 400, y = (unit() - 0.5) * 400;
    if (std::fabs(x) < 4 && std::fabs(y) < 4) x += 10;
    double first = unit(), second = unit();
    double height = 0.3 + first * second * 8;
    double half_y = 0.3 + unit() * 3;
    double half_x = 0.3 + unit() * 3;
    town.box(x, y, height, half_x, half_y, height);
  }
  for (int i = 0; i < 100; i++) {
    for (int j = 0; j < 100; j++) {
      float x = -200 + 4 * i, y = -200 + 4 * j;
      town.quad(town.point(x, y, 0), town.point(x + 4, y, 0), town.point(x + 4, y + 4, 0), town.point(x, y + 4, 0));
    }
  }
  return town;
}

template <class T>
static void upload(RTCGeometry geometry, RTCBufferType type, RTCFormat format, const std::vector<T>& values) {
  void* to = rtcSetNewGeometryBuffer(geometry, type, 0, format, 3 * sizeof(T), values.size() / 3);
  std::memcpy(to, values.data(), values.size() * sizeof(T));
}

int main(int count, char** words) {
  const int rows = 64, columns = 2048;
  Town town = build(count > 1 ? std::atoi(words[1]) : 8000);
  int repetitions = count > 2 ? std::atoi(words[2]) : 20;
  RTCDevice device = rtcNewDevice("threads=1");
  RTCScene scene = rtcNewScene(device);
  RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE);
  upload(geometry, RTC_BUFFER_TYPE_VERTEX, RTC_FORMAT_FLOAT3, town.points);
  upload(geometry, RTC_BUFFER_TYPE_INDEX, RTC_FORMAT_UINT3, town.corners);
  rtcCommitGeometry(geometry);
  rtcAttachGeometry(scene, geometry);
  rtcCommitScene(scene);
  double best = 1e9, sum = 0;
  for (int k = 0; k < repetitions; k++) {
    auto start = std::chrono::steady_clock::now();
    for (int row = 0; row < rows; row++) {
      float elevation = (-25.f + 40.f * row / (rows - 1)) * M_PI / 180;
      float flat = std::cos(elevation), up = std::sin(elevation);
      for (int column = 0; column < columns; column++) {
        float azimuth = 2 * M_PI * column / columns;
        RTCRayHit ray{};
        ray.ray.org_z = 1.8f;
        ray.ray.dir_x = flat * std::cos(azimuth);
        ray.ray.dir_y = flat * std::sin(azimuth);
        ray.ray.dir_z = up;
        ray.ray.tfar = 200;
        ray.ray.mask = -1;
        ray.hit.geomID = RTC_INVALID_GEOMETRY_ID;
        RTCIntersectContext context;
        rtcInitIntersectContext(&context);
        context.flags = RTC_INTERSECT_CONTEXT_FLAG_COHERENT;
        rtcIntersect1(scene, &context, &ray);
        if (ray.hit.geomID != RTC_INVALID_GEOMETRY_ID) sum += ray.ray.tfar;
      }
    }
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (seconds < best) best = seconds;
  }
  std::printf("%.3f\n", sum > 0 ? rows * columns / best / 1e6 : 0.0);
}
