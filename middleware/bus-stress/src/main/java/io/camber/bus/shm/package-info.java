/**
 * The lock-free structures of shared memory under jcstress: the real classes over a real bus, two threads at a time. Here
 * because package-private classes are what is tested; never on anybody's class path but that of the stress module.
 */
@NullMarked
package io.camber.bus.shm;

import org.jspecify.annotations.NullMarked;
