/**
 * Weather: how people write it ({@link io.camber.sim.weather.WeatherText}) and what it does to light on its way ({@link
 * io.camber.sim.weather.Extinction}). What sensors and tyres make of it is theirs.
 */
@NullMarked
package io.camber.sim.weather;

import org.jspecify.annotations.NullMarked;
