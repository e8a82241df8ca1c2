/**
 * What traffic lights show, from camera images: the map says where a head must be in the image, the lamps say what it shows,
 * a belief per head keeps single images from deciding. Start at
 * {@link io.camber.perception.camera.SignalRecognizer}.
 */
@NullMarked
package io.camber.perception.camera;

import org.jspecify.annotations.NullMarked;
