/** Whether two hosts are fit to share a run: how far their clocks are apart, how late their timers fire, how long messages take. */
@org.jspecify.annotations.NullMarked
package io.camber.app.rig.check;
