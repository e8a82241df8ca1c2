/** Traffic lights where nobody else switches them: {@link io.camber.sim.traffic.signal.SignalPlan}. */
@NullMarked
package io.camber.sim.traffic.signal;

import org.jspecify.annotations.NullMarked;
