package io.camber.viewer.foxglove;

import io.camber.scene.ObjectClass;

/** Colours as 0xRRGGBB, apart for people with any kind of colour vision (after Okabe and Ito). */
final class Shade {
  static final int PLAN = 0x2fd0b5;
  static final int PROPOSAL = 0x8fb8ff;
  static final int STOP = 0xff6b57;
  static final int TRUTH = 0xd38bff;
  static final int EGO = 0xe8edf4;
  static final int LANE = 0x39424e;
  static final int PAINT = 0xc6ced9;

  private Shade() {}

  static int of(ObjectClass kind) {
    return switch (kind) {
      case UNKNOWN -> 0xaab4c3;
      case CAR -> 0x62b7f0;
      case TRUCK -> 0x5b8def;
      case BUS -> 0xb49bff;
      case MOTORCYCLE -> 0xff9d5c;
      case BICYCLE -> 0x3fd6a0;
      case PEDESTRIAN -> 0xf7d154;
    };
  }
}
