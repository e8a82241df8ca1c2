package io.camber.evaluation.report;

import io.camber.geometry.Box2;
import io.camber.scene.ObjectClass;

/** Where an actor stood at one instant. */
record ActorShape(String name, ObjectClass objectClass, Box2 footprint, boolean isEgo) {}
