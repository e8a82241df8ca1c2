package io.camber.evaluation.detection;

import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;

/** A detection as the benchmark sees it: a class, a footprint, and how sure the detector was. */
public record ScoredBox(ObjectClass objectClass, Box2 box, double score) {}
