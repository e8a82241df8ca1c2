package io.camber.sim.scene;

/**
 * Optical properties of a material. Albedo is linear RGB in [0, 1]; reflectivity is diffuse, at the lidar's 905 nm; retro
 * is the share of light sent straight back (plates, signs, marking beads); roughness is the height texture in metres.
 */
public enum Surface {
  ASPHALT(SceneLabel.ROAD, 0.105, 0.105, 0.11, 0.17, 0.0, 0.006, Pattern.ASPHALT),
  SHOULDER(SceneLabel.TERRAIN, 0.26, 0.23, 0.18, 0.30, 0.0, 0.03, Pattern.ASPHALT),
  SIDEWALK(SceneLabel.TERRAIN, 0.36, 0.35, 0.33, 0.33, 0.0, 0.006, Pattern.CONCRETE),
  KERB(SceneLabel.TERRAIN, 0.42, 0.41, 0.39, 0.38, 0.0, 0.004, Pattern.CONCRETE),
  GRASS(SceneLabel.TERRAIN, 0.11, 0.17, 0.055, 0.45, 0.0, 0.07, Pattern.GRASS),
  MARKING_WHITE(SceneLabel.MARKING, 0.78, 0.78, 0.75, 0.60, 0.25, 0.004, Pattern.WORN_PAINT),
  MARKING_YELLOW(SceneLabel.MARKING, 0.72, 0.48, 0.06, 0.55, 0.22, 0.004, Pattern.WORN_PAINT),
  MARKING_BLUE(SceneLabel.MARKING, 0.10, 0.22, 0.60, 0.45, 0.15, 0.004, Pattern.WORN_PAINT),
  MARKING_RED(SceneLabel.MARKING, 0.55, 0.08, 0.06, 0.50, 0.15, 0.004, Pattern.WORN_PAINT),
  PAINT(SceneLabel.CAR, 0.5, 0.5, 0.5, 0.45, 0.0, 0.0, Pattern.PLAIN),
  GLASS(SceneLabel.CAR, 0.035, 0.045, 0.055, 0.06, 0.0, 0.0, Pattern.PLAIN),
  TYRE(SceneLabel.CAR, 0.022, 0.022, 0.024, 0.06, 0.0, 0.003, Pattern.PLAIN),
  HUB(SceneLabel.CAR, 0.34, 0.34, 0.36, 0.35, 0.0, 0.0, Pattern.PLAIN),
  TRIM(SceneLabel.CAR, 0.04, 0.04, 0.045, 0.10, 0.0, 0.0, Pattern.PLAIN),
  PLATE(SceneLabel.CAR, 0.75, 0.75, 0.70, 0.70, 0.90, 0.0, Pattern.PLAIN),
  HEADLAMP(SceneLabel.CAR, 0.62, 0.63, 0.66, 0.35, 0.40, 0.0, Pattern.PLAIN),
  TAILLAMP(SceneLabel.CAR, 0.30, 0.015, 0.015, 0.30, 0.55, 0.0, Pattern.PLAIN),
  INDICATOR_LEFT(SceneLabel.CAR, 0.42, 0.18, 0.03, 0.30, 0.30, 0.0, Pattern.PLAIN),
  INDICATOR_RIGHT(SceneLabel.CAR, 0.42, 0.18, 0.03, 0.30, 0.30, 0.0, Pattern.PLAIN),
  CARGO(SceneLabel.TRUCK, 0.58, 0.58, 0.56, 0.55, 0.0, 0.004, Pattern.PLAIN),
  SKIN(SceneLabel.PEDESTRIAN, 0.50, 0.32, 0.24, 0.50, 0.0, 0.0, Pattern.PLAIN),
  HAIR(SceneLabel.PEDESTRIAN, 0.05, 0.035, 0.025, 0.15, 0.0, 0.005, Pattern.PLAIN),
  CLOTH(SceneLabel.PEDESTRIAN, 0.3, 0.3, 0.3, 0.40, 0.0, 0.008, Pattern.PLAIN),
  TROUSERS(SceneLabel.PEDESTRIAN, 0.05, 0.07, 0.14, 0.30, 0.0, 0.008, Pattern.PLAIN),
  STEEL(SceneLabel.POLE, 0.36, 0.37, 0.38, 0.40, 0.0, 0.0, Pattern.PLAIN),
  GUARD_RAIL(SceneLabel.BARRIER, 0.44, 0.45, 0.46, 0.45, 0.0, 0.0, Pattern.PLAIN),
  CONCRETE(SceneLabel.BARRIER, 0.42, 0.41, 0.38, 0.38, 0.0, 0.006, Pattern.CONCRETE),
  REFLECTOR(SceneLabel.POLE, 0.75, 0.72, 0.60, 0.60, 0.95, 0.0, Pattern.PLAIN),
  SIGN_WHITE(SceneLabel.SIGN, 0.75, 0.75, 0.75, 0.70, 0.85, 0.0, Pattern.PLAIN),
  SIGN_RED(SceneLabel.SIGN, 0.55, 0.03, 0.03, 0.50, 0.75, 0.0, Pattern.PLAIN),
  SIGN_BLUE(SceneLabel.SIGN, 0.03, 0.14, 0.45, 0.45, 0.70, 0.0, Pattern.PLAIN),
  SIGN_YELLOW(SceneLabel.SIGN, 0.75, 0.55, 0.03, 0.60, 0.80, 0.0, Pattern.PLAIN),
  SIGN_BLACK(SceneLabel.SIGN, 0.02, 0.02, 0.02, 0.10, 0.05, 0.0, Pattern.PLAIN),
  SIGN_BACK(SceneLabel.SIGN, 0.30, 0.30, 0.31, 0.35, 0.0, 0.0, Pattern.PLAIN),
  SIGNAL_HOUSING(SceneLabel.SIGNAL, 0.018, 0.020, 0.018, 0.10, 0.0, 0.0, Pattern.PLAIN),
  LAMP_RED(SceneLabel.SIGNAL, 0.09, 0.012, 0.012, 0.15, 0.10, 0.0, Pattern.PLAIN),
  LAMP_YELLOW(SceneLabel.SIGNAL, 0.09, 0.06, 0.012, 0.15, 0.10, 0.0, Pattern.PLAIN),
  LAMP_GREEN(SceneLabel.SIGNAL, 0.012, 0.08, 0.05, 0.15, 0.10, 0.0, Pattern.PLAIN),
  BARK(SceneLabel.VEGETATION, 0.13, 0.09, 0.06, 0.35, 0.0, 0.02, Pattern.PLAIN),
  FOLIAGE(SceneLabel.VEGETATION, 0.07, 0.13, 0.035, 0.50, 0.0, 0.20, Pattern.FOLIAGE),
  FACADE(SceneLabel.BUILDING, 0.46, 0.40, 0.33, 0.40, 0.0, 0.01, Pattern.WINDOWS),
  BRICK(SceneLabel.BUILDING, 0.34, 0.17, 0.12, 0.35, 0.0, 0.01, Pattern.WINDOWS),
  ROOF(SceneLabel.BUILDING, 0.22, 0.12, 0.09, 0.30, 0.0, 0.02, Pattern.PLAIN),
  CONE(SceneLabel.OBSTACLE, 0.75, 0.17, 0.03, 0.50, 0.20, 0.0, Pattern.PLAIN),
  CRATE(SceneLabel.OBSTACLE, 0.42, 0.30, 0.17, 0.40, 0.0, 0.004, Pattern.PLAIN),
  HIGH_VISIBILITY(SceneLabel.PEDESTRIAN, 0.55, 0.75, 0.06, 0.65, 0.30, 0.0, Pattern.PLAIN),
  FUR(SceneLabel.OBSTACLE, 0.22, 0.14, 0.08, 0.45, 0.0, 0.01, Pattern.PLAIN);

  private final SceneLabel label;
  private final float red;
  private final float green;
  private final float blue;
  private final float reflectivity;
  private final float retro;
  private final float roughnessM;
  private final Pattern pattern;

  Surface(
      SceneLabel label,
      double red,
      double green,
      double blue,
      double reflectivity,
      double retro,
      double roughnessM,
      Pattern pattern) {
    this.label = label;
    this.red = (float) red;
    this.green = (float) green;
    this.blue = (float) blue;
    this.reflectivity = (float) reflectivity;
    this.retro = (float) retro;
    this.roughnessM = (float) roughnessM;
    this.pattern = pattern;
  }

  /** Number of this surface in meshes and tables. */
  @SuppressWarnings("EnumOrdinal") // meshes are built anew in every run: the number is never stored
  public int index() {
    return ordinal();
  }

  /** Bit of this surface in a set of lit lamps. */
  public long bit() {
    return 1L << index();
  }

  /** True when the colour is chosen for each actor. */
  public boolean isTinted() {
    return this == PAINT || this == CLOTH || this == CARGO;
  }

  public SceneLabel label() {
    return label;
  }

  public float red() {
    return red;
  }

  public float green() {
    return green;
  }

  public float blue() {
    return blue;
  }

  public float reflectivity() {
    return reflectivity;
  }

  public float retro() {
    return retro;
  }

  public float roughnessM() {
    return roughnessM;
  }

  public Pattern pattern() {
    return pattern;
  }
}
