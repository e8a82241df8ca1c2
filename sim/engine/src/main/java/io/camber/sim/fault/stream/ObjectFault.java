package io.camber.sim.fault.stream;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;
import io.camber.truth.FaultTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a fault does to the objects of a frame, be they detections or tracks. Ghosts are the caller's. */
final class ObjectFault<T> {
  /** How a kind of object is read and changed. */
  interface Form<T> {
    ObjectClass objectClass(T each);

    Pose2 center(T each);

    Size3 size(T each);

    T with(T each, ObjectClass as, Pose2 center, Size3 size);

    /** The same as another object, for the second half of one that was split. */
    T asAnother(T half);
  }

  private final FaultTruth fault;
  private final Form<T> form;
  private final Predicate<T> hits;

  /** {@code hits} is asked once for each object, in their order, by every kind of fault that strikes single ones. */
  ObjectFault(FaultTruth fault, Form<T> form, Predicate<T> hits) {
    this.fault = fault;
    this.form = form;
    this.hits = hits;
  }

  /** What is left of the objects, and what they were made into; a new list. */
  List<T> apply(List<T> all) {
    List<T> changed = new ArrayList<>();
    switch (fault.kind()) {
      case "blackout" -> {}
      case "merge" -> merge(all, changed);
      default -> all.forEach(each -> strike(each, changed));
    }
    return changed;
  }

  private void strike(T each, List<T> changed) {
    boolean isHit = hits.test(each);
    switch (fault.kind()) {
      case "miss" -> {
        if (!isHit) {
          changed.add(each);
        }
      }
      case "class_flip" -> {
        ObjectClass as = Mistakes.mistaken(form.objectClass(each));
        changed.add(isHit ? form.with(each, as, form.center(each), form.size(each)) : each);
      }
      case "split" -> {
        if (isHit) {
          changed.add(half(each, 1.0));
          changed.add(form.asAnother(half(each, -1.0)));
        } else {
          changed.add(each);
        }
      }
      default -> changed.add(each);
    }
  }

  private T half(T each, double side) {
    return form.with(
        each,
        form.objectClass(each),
        Mistakes.half(form.center(each), form.size(each), side),
        Mistakes.half(form.size(each)));
  }

  private void merge(List<T> all, List<T> changed) {
    boolean[] isGone = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      T merged = all.get(i);
      for (int j = i + 1; j < all.size() && !isGone[i]; j++) {
        T other = all.get(j);
        Vec2 apart = form.center(other).position().minus(form.center(merged).position());
        if (!isGone[j] && apart.length() < fault.severity()) {
          merged = form.with(
              merged,
              form.objectClass(merged),
              Mistakes.between(form.center(merged), form.center(other)),
              Mistakes.around(form.size(merged), form.size(other), apart.length()));
          isGone[j] = true;
        }
      }
      if (!isGone[i]) {
        changed.add(merged);
      }
    }
  }
}
