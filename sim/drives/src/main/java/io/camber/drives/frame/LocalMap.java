package io.camber.drives.frame;

import io.camber.geometry.Vec3;
import io.camber.map.geo.GeoPoint;
import io.camber.map.geo.GeoProjection;
import java.util.Locale;

/** A map frame around the first place of a drive: transverse Mercator, x east, y north, z above that place. */
public final class LocalMap {
  private final GeoProjection projection;
  private final String geoReference;
  private final double altitudeM;
  private final double originLongitudeDeg;

  public LocalMap(GeoPoint origin, double altitudeM) {
    this.altitudeM = altitudeM;
    this.originLongitudeDeg = origin.longitudeDeg();
    this.geoReference = String.format(
        Locale.ROOT,
        "+proj=tmerc +lat_0=%.9f +lon_0=%.9f +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m",
        origin.latitudeDeg(),
        origin.longitudeDeg());
    this.projection = GeoProjection.parse(geoReference);
  }

  /** PROJ string of this frame. */
  public String geoReference() {
    return geoReference;
  }

  public Vec3 toMap(GeoPoint place, double altitude) {
    var flat = projection.toMap(place);
    return new Vec3(flat.x(), flat.y(), altitude - altitudeM);
  }

  /** Yaw in the map less yaw against true north (convergence of the meridians, as on a sphere), rad. */
  public double convergence(GeoPoint place) {
    double east = StrictMath.toRadians(place.longitudeDeg() - originLongitudeDeg);
    double latitude = StrictMath.toRadians(place.latitudeDeg());
    return StrictMath.atan(StrictMath.tan(east) * StrictMath.sin(latitude));
  }
}
