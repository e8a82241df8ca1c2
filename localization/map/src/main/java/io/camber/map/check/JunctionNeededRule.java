package io.camber.map.check;

import io.camber.map.road.ContactPoint;
import io.camber.map.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two roads are linked directly only when no third road claims the same end; otherwise the place is a junction. */
final class JunctionNeededRule implements Rule {
  private static final String ID = "asam.net:xodr:1.4.0:road.linkage.is_junction_needed";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Map<String, String> claims = new LinkedHashMap<>();
    for (CheckedRoad road : subject.roads()) {
      for (ContactPoint end : ContactPoint.values()) {
        if (!road.inJunction()) {
          road.roadLink(end).ifPresent(link -> claim(subject, road, end, link, claims, findings));
        }
      }
    }
  }

  private static void claim(
      Subject subject,
      CheckedRoad road,
      ContactPoint end,
      XmlElement link,
      Map<String, String> claims,
      Findings findings) {
    boolean direct =
        subject.findRoad(link.find("elementId")).filter(r -> !r.inJunction()).isPresent();
    if (!direct || !link.has("contactPoint") || link.has("elementS")) {
      return;
    }
    String claimed = link.string("elementId") + " " + link.string("contactPoint", "");
    String claimant = road.id() + " " + (end == ContactPoint.START ? "start" : "end");
    String first = claims.putIfAbsent(claimed, claimant);
    if (first != null && !first.equals(claimant)) {
      findings.error(
          ID,
          link,
          "of road " + road.id() + " claims the " + link.string("contactPoint", "") + " of road "
              + link.string("elementId") + ", as road " + first.substring(0, first.lastIndexOf(' '))
              + " does; make it a junction");
    }
  }
}
