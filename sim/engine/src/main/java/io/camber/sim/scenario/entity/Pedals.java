package io.camber.sim.scenario.entity;

/** Pedals that a scenario presses, 0 to 1; the brake is the larger of foot and parking brake. */
public record Pedals(double throttle, double brake) {}
