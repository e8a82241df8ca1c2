/**
 * Vehicles as files, and what standard manoeuvres say of them. Main types: {@link io.camber.app.vehicle.VehicleFile}, {@link
 * io.camber.app.vehicle.ManoeuvreSheet}.
 */
@NullMarked
package io.camber.app.vehicle;

import org.jspecify.annotations.NullMarked;
