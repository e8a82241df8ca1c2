package io.camber.map.road;

/** A road's end lies in the middle of another road, at its station {@code s}: an entry or exit over a virtual junction. */
public record VirtualLink(String roadId, double s) {}
