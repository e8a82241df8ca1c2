/**
 * How people drive, as formulas and numbers: {@link io.camber.sim.traffic.driver.Idm} for speed, {@link
 * io.camber.sim.traffic.driver.Mobil} for lanes, and {@link io.camber.sim.traffic.driver.Population} for how drivers differ.
 */
@NullMarked
package io.camber.sim.traffic.driver;

import org.jspecify.annotations.NullMarked;
