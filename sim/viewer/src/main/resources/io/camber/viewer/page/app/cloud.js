// Sweeps as points: one material for all, one geometry a sweep, kept on the card while the sweep is in memory.

import { BufferAttribute, BufferGeometry, DataTexture, LinearFilter, Points, RGBAFormat, ShaderMaterial, Vector3 } from "../vendor/three/three.module.min.js";
import { ramp } from "./palette.js";

export const COLOURINGS = { height: "Height", intensity: "Intensity", kind: "Class", distance: "Distance" };
const CODES = { height: 0, intensity: 1, kind: 2, distance: 3 };

const VERTEX = `
  attribute float intensity;
  attribute float kind;
  uniform int colouring;
  uniform float size;
  uniform sampler2D colours;
  uniform vec3 classes[8];
  varying vec3 tone;
  void main() {
    vec3 p = position * 0.01;
    vec4 seen = modelViewMatrix * vec4(p, 1.0);
    gl_Position = projectionMatrix * seen;
    gl_PointSize = clamp(size * 34.0 / max(1.0, -seen.z), 1.4 * size, 4.5 * size);
    float f = colouring == 0 ? clamp((p.z + 0.3) / 4.3, 0.0, 1.0)
            : colouring == 1 ? clamp(sqrt(intensity / 255.0), 0.0, 1.0)
            : clamp(length(p.xy) / 80.0, 0.0, 1.0);
    tone = colouring == 2 ? classes[int(kind + 0.5)] : texture2D(colours, vec2(f, 0.5)).rgb;
    if (colouring == 0 && kind > 6.5) tone = mix(tone, classes[7], 0.6);
  }`;
const FRAGMENT = `
  varying vec3 tone;
  uniform float alpha;
  void main() {
    vec2 d = gl_PointCoord - 0.5;
    if (dot(d, d) > 0.25) discard;
    gl_FragColor = vec4(tone, alpha);
  }`;

/** While the picture moves without a graphics card, every so many points are drawn. */
const THIN = 3;
let thinned = null;

/** Every third of at least so many points; one list for all sweeps. */
function thin(count) {
  if (!thinned || thinned.count < count / THIN) {
    thinned = new BufferAttribute(Uint32Array.from({ length: Math.ceil(1.3 * count / THIN) }, (_, i) => i * THIN), 1);
  }
  return thinned;
}

export class Cloud {
  constructor() {
    this.material = new ShaderMaterial({
      vertexShader: VERTEX, fragmentShader: FRAGMENT, transparent: true, depthWrite: true,
      uniforms: { colouring: { value: 0 }, size: { value: 1 }, alpha: { value: 0.95 }, colours: { value: null }, classes: { value: [] } },
    });
    this.points = new Points(new BufferGeometry(), this.material);
    this.points.frustumCulled = false;
    this.points.rotation.order = "ZYX";
    this.points.visible = false;
  }

  paint(colours) {
    const texture = new DataTexture(ramp(colours.ramp), 256, 1, RGBAFormat);
    texture.minFilter = texture.magFilter = LinearFilter;
    texture.needsUpdate = true;
    const tone = c => new Vector3((c >> 16 & 255) / 255, (c >> 8 & 255) / 255, (c & 255) / 255);
    this.material.uniforms.colours.value = texture;
    this.material.uniforms.classes.value = [tone(colours.other), ...colours.classes.slice(1).map(tone), tone(colours.ground)];
  }

  show(frame, origin, options) {
    this.points.visible = Boolean(frame) && options.visible;
    if (!this.points.visible) return;
    this.material.uniforms.colouring.value = CODES[options.colouring];
    this.material.uniforms.size.value = options.size;
    if (this.frame !== frame) {
      this.frame = frame;
      if (!frame.geometry) {
        frame.geometry = new BufferGeometry();
        frame.geometry.setAttribute("position", new BufferAttribute(frame.xyz, 3));
        frame.geometry.setAttribute("intensity", new BufferAttribute(frame.intensity, 1));
        frame.geometry.setAttribute("kind", new BufferAttribute(frame.kind, 1));
        frame.dispose = () => { frame.geometry?.dispose(); frame.geometry = null; };
      }
      this.points.geometry = frame.geometry;
    }
    this.points.geometry.setIndex(options.isThin ? thin(frame.count) : null);
    this.points.geometry.setDrawRange(0, options.isThin ? Math.floor(frame.count / THIN) : frame.count);
    const p = frame.pose;
    this.points.position.set(p.x - origin.x, p.y - origin.y, p.z - origin.z);
    this.points.rotation.set(p.roll, p.pitch, p.yaw);
  }
}
