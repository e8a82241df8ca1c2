/**
 * Counters of a live bus for monitoring systems: {@link io.camber.app.metrics.BusMetrics} is the text,
 * {@link io.camber.app.metrics.MetricsServer} serves it to this host. Only on request, and only read: nothing is subscribed.
 */
@NullMarked
package io.camber.app.metrics;

import org.jspecify.annotations.NullMarked;
