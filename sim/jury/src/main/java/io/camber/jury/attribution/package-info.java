/**
 * Who is to blame for an event, by proof: the drive is made again with components replaced by ideal twins, and what then no longer
 * happens tells (Shapley 1953 shares it out when several are needed). Pure: whoever calls makes the drives. Main type: {@link
 * io.camber.jury.attribution.Attribution}.
 */
@NullMarked
package io.camber.jury.attribution;

import org.jspecify.annotations.NullMarked;
