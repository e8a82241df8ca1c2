package io.camber.truth;

/** What may be told of each pixel of a camera's image besides its colour. The order is that on the wire. */
public enum CameraLayer {
  /** Distance along the optical axis (of a fisheye along the ray), m, f32; infinite for the sky. */
  DEPTH(4),
  /** Number of the class, u8. */
  CLASS(1),
  /** Number of the box in the list, from 1; u16; 0 for whatever is no actor. */
  INSTANCE(2),
  /** Motion since the image before, right and down, px, two f32; NaN where that was behind the camera. */
  FLOW(8);

  private final int pixelBytes;

  CameraLayer(int pixelBytes) {
    this.pixelBytes = pixelBytes;
  }

  public int pixelBytes() {
    return pixelBytes;
  }
}
