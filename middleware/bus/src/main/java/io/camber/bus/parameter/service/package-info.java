/**
 * Parameters on the bus, by the same topics and services as everything else: {@link
 * io.camber.bus.parameter.service.ParameterServer} at the node that has them, {@link
 * io.camber.bus.parameter.service.ParameterAsker} at one that changes them.
 */
@NullMarked
package io.camber.bus.parameter.service;

import org.jspecify.annotations.NullMarked;
