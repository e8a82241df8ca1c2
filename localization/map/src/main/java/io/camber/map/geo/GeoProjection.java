package io.camber.map.geo;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** The projection named by a map's geoReference, a PROJ string. Heights are left alone. Thread safe. */
public final class GeoProjection {
  /** Keys that change plan view and that the projection library knows; vertical ones and comments do not matter here. */
  private static final Set<String> KNOWN = Set.of(
      "proj",
      "lat_0",
      "lat_1",
      "lat_2",
      "lat_ts",
      "lon_0",
      "lonc",
      "alpha",
      "gamma",
      "k",
      "k_0",
      "x_0",
      "y_0",
      "datum",
      "ellps",
      "a",
      "b",
      "rf",
      "f",
      "R",
      "towgs84",
      "units",
      "to_meter",
      "zone",
      "south",
      "no_defs",
      "pm",
      "h");

  private static final String WGS84 = "+proj=longlat +datum=WGS84 +no_defs";

  private final CoordinateTransform toGlobe;
  private final CoordinateTransform toMap;

  private GeoProjection(CoordinateReferenceSystem map, CoordinateReferenceSystem globe) {
    CoordinateTransformFactory factory = new CoordinateTransformFactory();
    this.toGlobe = factory.createTransform(map, globe);
    this.toMap = factory.createTransform(globe, map);
  }

  /**
   * The projection of a geoReference. One without {@code +proj} but with {@code +lat_0} and {@code +lon_0} is taken as the
   * transverse Mercator projection around that place. Throws {@link InputException} when the string names none.
   */
  public static GeoProjection parse(String geoReference) {
    List<String> parameters = new ArrayList<>();
    for (String word : geoReference.trim().split("\\s+", -1)) {
      String key = word.replaceFirst("^\\+", "").replaceFirst("=.*$", "");
      if (word.startsWith("+") && KNOWN.contains(key)) {
        parameters.add(word);
      }
    }
    if (parameters.stream().noneMatch(word -> word.startsWith("+proj="))) {
      if (parameters.stream().noneMatch(word -> word.startsWith("+lat_0="))) {
        throw new InputException("geoReference \"" + geoReference.trim()
            + "\" is no PROJ string; it needs +proj=, such as +proj=utm +zone=32");
      }
      parameters.add(0, "+proj=tmerc");
      parameters.add("+datum=WGS84");
    }
    try {
      CRSFactory factory = new CRSFactory();
      return new GeoProjection(
          factory.createFromParameters("map", String.join(" ", parameters)),
          factory.createFromParameters("globe", WGS84));
    } catch (Proj4jException e) {
      throw new InputException(
          "geoReference \"" + geoReference.trim() + "\": " + e.getMessage(), e);
    }
  }

  /** The place of a point of the map frame. */
  public GeoPoint toWgs84(double x, double y) {
    ProjCoordinate place = transform(toGlobe, x, y);
    return new GeoPoint(place.y, place.x);
  }

  /** The point of the map frame at a place. */
  public Vec2 toMap(GeoPoint place) {
    ProjCoordinate point = transform(toMap, place.longitudeDeg(), place.latitudeDeg());
    return new Vec2(point.x, point.y);
  }

  /** The library keeps scratch values in its transforms. */
  private synchronized ProjCoordinate transform(CoordinateTransform transform, double x, double y) {
    return transform.transform(new ProjCoordinate(x, y), new ProjCoordinate());
  }
}
