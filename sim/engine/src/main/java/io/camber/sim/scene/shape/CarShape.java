package io.camber.sim.scene.shape;

import io.camber.geometry.Size3;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;

/**
 * Cars and vans: a lofted body with a glazed cabin, wheels, lamps and plates. Frame: middle of the bounding box on the
 * ground, x forward.
 */
final class CarShape {
  /** Side outlines; stations along x as shares of the length from the middle, heights as shares of the height. */
  enum Style {
    SEDAN(0.62, 0.70, 0.60, -0.40, -0.20, 0.03, 0.24, 0.10),
    HATCHBACK(0.60, 0.98, 0.57, -0.478, -0.36, 0.06, 0.27, 0.11),
    ESTATE(0.60, 0.97, 0.56, -0.485, -0.42, 0.04, 0.25, 0.09),
    SUV(0.59, 0.98, 0.58, -0.48, -0.40, 0.06, 0.25, 0.08),
    VAN(0.52, 0.99, 0.46, -0.495, -0.485, 0.27, 0.40, 0.05);

    /** Height of the belt line, of the tail's top and of the bonnet's front edge. */
    private final double belt;

    private final double tail;
    private final double nose;
    /** Lower and upper edge of the rear window, upper and lower edge of the windscreen. */
    private final double rearLow;

    private final double rearHigh;
    private final double frontHigh;
    private final double frontLow;
    /** How far the cabin's top leans in, share of the width at each side. */
    private final double tumblehome;

    Style(
        double belt,
        double tail,
        double nose,
        double rearLow,
        double rearHigh,
        double frontHigh,
        double frontLow,
        double tumblehome) {
      this.belt = belt;
      this.tail = Math.min(tail, belt + 0.02);
      this.nose = nose;
      this.rearLow = rearLow;
      this.rearHigh = rearHigh;
      this.frontHigh = frontHigh;
      this.frontLow = frontLow;
      this.tumblehome = tumblehome;
    }
  }

  private static final int POINTS = 9;

  private CarShape() {}

  /** The style that suits the proportions; {@code variety} picks among equals. */
  static Style style(Size3 size, long variety) {
    double ratio = size.heightM() / Math.max(0.1, size.lengthM());
    if (size.heightM() > 1.82) {
      return size.lengthM() > 5.2 || ratio > 0.45 ? Style.VAN : Style.SUV;
    }
    if (size.heightM() > 1.58) {
      return Style.SUV;
    }
    if (size.lengthM() < 4.25) {
      return Style.HATCHBACK;
    }
    return (variety & 3) == 0 ? Style.ESTATE : Style.SEDAN;
  }

  static Mesh mesh(Size3 size, Style style) {
    MeshBuilder mesh = new MeshBuilder();
    double l = size.lengthM();
    double w = size.widthM();
    double h = size.heightM();
    body(mesh, style, l, w, h);
    cabin(mesh, style, l, w, h);
    double radius = Math.min(0.36, 0.225 * h);
    double track = w / 2.0 - 0.12;
    for (double x : new double[] {-0.295 * l, 0.305 * l}) {
      mesh.wheel(x, track, radius, 0.21).wheel(x, -track, radius, 0.21);
    }
    lamps(mesh, style, l, w, h);
    mirrors(mesh, style, l, w, h);
    return mesh.build();
  }

  private static void body(MeshBuilder mesh, Style style, double l, double w, double h) {
    double bottom = 0.14 * h;
    double belt = style.belt * h;
    Surface[] skins = Loft.all(Surface.PAINT, POINTS);
    skins[0] = Surface.TRIM;
    skins[7] = Surface.TRIM;
    skins[8] = Surface.TRIM;
    Loft loft = new Loft(mesh, POINTS);
    loft.start(-0.5 * l, Surface.PAINT, section(0.43 * w, 0.24 * h, 0.46 * h, 0.50 * h));
    loft.to(-0.485 * l, skins, section(0.475 * w, bottom + 0.06 * h, 0.48 * h, style.tail * h));
    loft.to(-0.43 * l, skins, section(0.492 * w, bottom, 0.46 * h, style.tail * h));
    loft.to(style.rearLow * l * 0.8, skins, section(0.496 * w, bottom, 0.45 * h, belt));
    loft.to(style.frontLow * l, skins, section(0.496 * w, bottom, 0.44 * h, belt));
    loft.to(0.40 * l, skins, section(0.488 * w, bottom, 0.42 * h, style.nose * h));
    loft.to(
        0.475 * l, skins, section(0.45 * w, bottom + 0.03 * h, 0.38 * h, 0.90 * style.nose * h));
    loft.end(0.5 * l, skins, Surface.PAINT, section(0.38 * w, 0.22 * h, 0.34 * h, 0.40 * h));
  }

  /** Sill, flank, shoulder and crown on both sides. */
  private static double[] section(double half, double bottom, double middle, double top) {
    double sill = Math.min(bottom + 0.08, middle);
    return new double[] {
      0.93 * half,
      bottom,
      half,
      sill,
      half,
      middle,
      0.95 * half,
      0.96 * top,
      0.0,
      top * 1.015,
      -0.95 * half,
      0.96 * top,
      -half,
      middle,
      -half,
      sill,
      -0.93 * half,
      bottom
    };
  }

  private static void cabin(MeshBuilder mesh, Style style, double l, double w, double h) {
    double belt = style.belt * h * 0.985;
    double half = 0.47 * w;
    double top = half - style.tumblehome * w;
    boolean panelVan = style == Style.VAN;
    Surface side = panelVan ? Surface.PAINT : Surface.GLASS;
    double beltRear = style.rearHigh < -0.3 ? style.tail * h * 0.985 : belt;
    Loft loft = new Loft(mesh, 7);
    loft.start(
        style.rearLow * l,
        panelVan ? Surface.PAINT : Surface.GLASS,
        hood(half * 0.97, top, beltRear, beltRear + 0.02));
    loft.to(style.rearHigh * l, skins(side, side), hood(half, top, belt, 0.975 * h));
    double doors = panelVan ? 0.16 : 0.5 * (style.rearHigh + style.frontHigh) - 0.02;
    loft.to(doors * l, skins(side, Surface.PAINT), hood(half, top, belt, h));
    loft.to((doors + 0.02) * l, skins(Surface.TRIM, Surface.PAINT), hood(half, top, belt, h));
    loft.to(
        style.frontHigh * l, skins(Surface.GLASS, Surface.PAINT), hood(half, top, belt, 0.985 * h));
    loft.end(
        style.frontLow * l,
        skins(Surface.GLASS, Surface.GLASS),
        Surface.PAINT,
        hood(half * 0.96, top, belt, belt + 0.02));
  }

  private static Surface[] skins(Surface side, Surface roof) {
    return new Surface[] {side, roof, roof, roof, roof, side, Surface.TRIM};
  }

  /** Sides leaning in to the roof's edge, then the crowned roof. */
  private static double[] hood(double half, double top, double low, double high) {
    double crown = Math.min(0.04, 0.3 * (high - low));
    return new double[] {
      half,
      low,
      top,
      high - crown * 1.6,
      0.6 * top,
      high - 0.5 * crown,
      0.0,
      high,
      -0.6 * top,
      high - 0.5 * crown,
      -top,
      high - crown * 1.6,
      -half,
      low
    };
  }

  private static void lamps(MeshBuilder mesh, Style style, double l, double w, double h) {
    double front = 0.462 * l;
    double rear = -0.488 * l;
    for (int side = -1; side <= 1; side += 2) {
      Surface indicator = side > 0 ? Surface.INDICATOR_LEFT : Surface.INDICATOR_RIGHT;
      mesh.box(
          front, side * 0.355 * w, 0.45 * h, 0.09 * l * 0.5, 0.15 * w, 0.07 * h, Surface.HEADLAMP);
      mesh.box(front - 0.03, side * 0.435 * w, 0.45 * h, 0.16, 0.05 * w, 0.055 * h, indicator);
      double tall = style == Style.VAN ? 0.16 : 0.085;
      mesh.box(rear, side * 0.40 * w, 0.53 * h, 0.05, 0.14 * w, tall * h, Surface.TAILLAMP);
      mesh.box(
          rear,
          side * 0.40 * w,
          (0.53 - tall / 2 - 0.03) * h,
          0.05,
          0.12 * w,
          0.035 * h,
          indicator);
    }
    mesh.box(-0.497 * l, 0.0, 0.38 * h, 0.03, 0.52, 0.115, Surface.PLATE);
    mesh.box(0.497 * l, 0.0, 0.27 * h, 0.02, 0.52, 0.115, Surface.PLATE);
    mesh.box(0.492 * l, 0.0, 0.355 * h, 0.02, 0.5 * w, 0.05 * h, Surface.TRIM);
  }

  private static void mirrors(MeshBuilder mesh, Style style, double l, double w, double h) {
    double x = (style.frontLow - 0.05) * l;
    double z = (style.belt + 0.05) * h;
    mesh.box(x, 0.485 * w, z, 0.10, 0.11, 0.10, Surface.PAINT);
    mesh.box(x, -0.485 * w, z, 0.10, 0.11, 0.10, Surface.PAINT);
  }
}
