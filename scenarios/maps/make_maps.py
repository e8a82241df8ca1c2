#!/usr/bin/env python3
"""Writes the OpenDRIVE maps of the bundled scenarios beside this file.

Run it after changing anything below: python3 scenarios/maps/make_maps.py
Lengths in metres, angles in radians, right-hand traffic. Lanes right of the reference line have negative numbers.
"""

import math
import pathlib

HERE = pathlib.Path(__file__).resolve().parent


def number(value):
    """Short text for a number: 15 digits where they matter, none where they do not."""
    return format(value, ".15g") if isinstance(value, float) else str(value)


def tag(name, inner="", /, **attributes):
    """An XML element; names that clash with Python keywords end in an underscore."""
    text = "".join(f' {key.rstrip("_")}="{number(value)}"' for key, value in attributes.items())
    if not inner:
        return f"<{name}{text}/>"
    body = "\n".join("  " + line for line in inner.strip().split("\n"))
    return f"<{name}{text}>\n{body}\n</{name}>"


class Line:
    """A plan view built piece by piece from a start pose."""

    def __init__(self, x=0.0, y=0.0, heading=0.0):
        self.x, self.y, self.heading, self.length, self.pieces = x, y, heading, 0.0, []

    def straight(self, length):
        return self._add(length, 0.0, 0.0, "<line/>")

    def arc(self, length, curvature):
        return self._add(length, curvature, curvature, tag("arc", curvature=curvature))

    def spiral(self, length, start, end):
        return self._add(length, start, end, tag("spiral", curvStart=start, curvEnd=end))

    def turn(self, radius, approach, angle):
        """A curve with spirals of the length given before and after; positive angle turns left."""
        curvature = math.copysign(1.0 / radius, angle)
        middle = abs(angle) * radius - approach
        return self.spiral(approach, 0.0, curvature).arc(middle, curvature).spiral(approach, curvature, 0.0)

    def _add(self, length, start, end, shape):
        self.pieces.append(tag("geometry", shape, s=round(self.length, 9), x=round(self.x, 9), y=round(self.y, 9),
                               hdg=round(self.heading, 12), length=length))
        steps = 2000  # midpoint rule; error far below a micrometre on these pieces
        h = length / steps
        for i in range(steps):
            u = (i + 0.5) * h
            heading = self.heading + start * u + 0.5 * (end - start) * u * u / length
            self.x += h * math.cos(heading)
            self.y += h * math.sin(heading)
        self.heading += 0.5 * (start + end) * length
        self.length += length
        return self


def profile(kind, knots):
    """A cubic through knots (s, value, slope): elevation or superelevation."""
    pieces = []
    for (s0, v0, m0), (s1, v1, m1) in zip(knots, knots[1:]):
        h, rise = s1 - s0, v1 - v0
        c = (3.0 * rise / h - 2.0 * m0 - m1) / h
        d = (m0 + m1 - 2.0 * rise / h) / (h * h)
        pieces.append(tag(kind, s=s0, a=v0, b=m0, c=c, d=d))
    s, v, m = knots[-1]
    return "\n".join(pieces + [tag(kind, s=s, a=v, b=m, c=0.0, d=0.0)])


def lane(number_, type_, width, mark="none", before=None, after=None):
    """before and after: lane numbers it continues from and into along the reference line."""
    link = (tag("predecessor", id=before) if before else "") + (tag("successor", id=after) if after else "")
    change = {"broken": "both"}.get(mark, "none")
    marking = tag("roadMark", sOffset=0.0, type=mark, weight="standard", color="standard", width=0.12, laneChange=change)
    inner = "\n".join(filter(None, [
        tag("link", link) if link else "", tag("width", sOffset=0.0, a=width, b=0.0, c=0.0, d=0.0), marking]))
    return tag("lane", inner, id=number_, type=type_, level="false")


def lanes(left, right, center="broken"):
    mark = tag("roadMark", sOffset=0.0, type=center, weight="standard", color="standard", width=0.12, laneChange="none")
    sections = tag("left", "\n".join(left)) if left else ""
    sections += "\n" + tag("center", tag("lane", mark, id=0, type="none", level="false"))
    sections += "\n" + tag("right", "\n".join(right)) if right else ""
    return tag("lanes", tag("laneSection", sections, s=0.0))


# Lamps, delineator posts and sign posts are left to whoever draws the map.

def thing(id_, type_, name, s, t, repeat=None, heading=0.0, **size):
    """A roadside object; repeat is (length, distance) along the road, distance 0 for a continuous one."""
    inner = ""
    if repeat:
        height = size["height"]
        inner = tag("repeat", s=s, length=repeat[0], distance=repeat[1], tStart=t, tEnd=t, heightStart=height,
                    heightEnd=height, zOffsetStart=0.0, zOffsetEnd=0.0, widthStart=size.get("width", 0.0),
                    widthEnd=size.get("width", 0.0))
    return tag("object", inner, id=id_, type=type_, name=name, s=s, t=t, zOffset=0.0, orientation="none", hdg=heading,
               pitch=0.0, roll=0.0, **size)


def zebra(id_, s, half_width, depth=3.0):
    """A pedestrian crossing across the road, centred at s."""
    corners = [(-depth / 2, -half_width), (depth / 2, -half_width), (depth / 2, half_width), (-depth / 2, half_width)]
    outline = tag("outline", "\n".join(tag("cornerLocal", u=u, v=v, z=0.0, height=0.0) for u, v in corners))
    return tag("object", outline, id=id_, type="crosswalk", name="zebra", s=s, t=0.0, zOffset=0.0, orientation="none",
               hdg=0.0, pitch=0.0, roll=0.0, length=depth, width=2 * half_width, height=0.0)


def sign(id_, type_, s, t, orientation, value=None, name="sign"):
    """A fixed sign of the German catalogue on a post of its own."""
    worth = {} if value is None else {"value": float(value), "unit": "km/h"}
    return tag("signal", id=id_, name=name, s=s, t=t, zOffset=2.1, orientation=orientation, dynamic="no",
               country="DE", type=type_, subtype="-1", height=0.6, width=0.6, **worth)


def road(id_, plan, lanes_, name="", junction="-1", link="", kmh=50, kind="town", elevation="", lateral="",
         objects=(), signals=()):
    parts = [
        tag("link", link) if link else "<link/>",
        tag("type", tag("speed", max=kmh, unit="km/h"), s=0.0, type=kind),
        tag("planView", "\n".join(plan.pieces)),
        tag("elevationProfile", elevation or tag("elevation", s=0.0, a=0.0, b=0.0, c=0.0, d=0.0)),
        tag("lateralProfile", lateral),
        lanes_,
        tag("objects", "\n".join(objects)) if objects else "",
        tag("signals", "\n".join(signals)) if signals else "",
    ]
    return tag("road", "\n".join(filter(None, parts)), name=name, length=plan.length, id=id_, junction=junction)


def write(name, *elements):
    header = tag("header", revMajor=1, revMinor=6, name=name, version="1.00", date="2026-11-22T00:00:00",
                 vendor="Camber")
    body = tag("OpenDRIVE", "\n".join((header,) + elements))
    (HERE / f"{name}.xodr").write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n', encoding="utf-8")


# ---- a motorway: three lanes each way, a wide curve to the left, guard rails

def motorway():
    plan = Line().straight(500.0).spiral(150.0, 0.0, 1 / 1200).arc(650.0, 1 / 1200)
    cross = lanes(
        left=[lane(5, "shoulder", 3.0), lane(4, "driving", 3.75, "solid"), lane(3, "driving", 3.75, "broken"),
              lane(2, "driving", 3.75, "broken"), lane(1, "median", 4.0, "solid")],
        right=[lane(-1, "driving", 3.75, "broken"), lane(-2, "driving", 3.75, "broken"),
               lane(-3, "driving", 3.75, "solid"), lane(-4, "shoulder", 3.0)],
        center="solid")
    objects = [
        thing("rail-median", "barrier", "guardRail", 0.0, 2.0, (1300.0, 0.0), length=4.0, width=0.35, height=0.8),
        thing("trees-right", "tree", "tree", 20.0, -24.0, (1240.0, 31.0), radius=2.4, height=9.0),
        thing("trees-left", "tree", "tree", 10.0, 29.0, (1240.0, 37.0), radius=2.8, height=11.0),
    ]
    signals = [sign("limit-1", "274", 60.0, -15.8, "+", 120), sign("limit-2", "274", 700.0, -15.8, "+", 120)]
    write("motorway", road("1", plan, cross, "A1", kmh=120, kind="motorway", objects=objects, signals=signals))


# ---- an expressway: two lanes each way, for the jam

def expressway():
    plan = Line().straight(250.0).spiral(60.0, 0.0, -1 / 500).arc(250.0, -1 / 500).spiral(60.0, -1 / 500, 0.0).straight(80.0)
    cross = lanes(
        left=[lane(4, "shoulder", 2.0), lane(3, "driving", 3.5, "solid"), lane(2, "driving", 3.5, "broken"),
              lane(1, "median", 2.0, "solid")],
        right=[lane(-1, "driving", 3.5, "broken"), lane(-2, "driving", 3.5, "solid"), lane(-3, "shoulder", 2.0)],
        center="solid")
    objects = [
        thing("rail-median", "barrier", "guardRail", 0.0, 1.0, (700.0, 0.0), length=4.0, width=0.35, height=0.8),
        thing("wall", "barrier", "noiseWall", 0.0, -12.0, (260.0, 0.0), length=4.0, width=0.3, height=3.5),
        thing("trees", "tree", "tree", 290.0, -17.0, (390.0, 19.0), radius=2.2, height=8.0),
        thing("trees-left", "tree", "tree", 30.0, 19.0, (640.0, 26.0), radius=2.4, height=9.0),
    ]
    signals = [sign("limit-1", "274", 40.0, -9.6, "+", 80)]
    write("expressway", road("1", plan, cross, "B2", kmh=80, kind="rural", objects=objects, signals=signals))


# ---- a town street with parking lanes and houses

def street():
    plan = Line().straight(320.0)
    cross = lanes(
        left=[lane(3, "sidewalk", 2.5), lane(2, "parking", 2.2, "curb"), lane(1, "driving", 3.25, "solid")],
        right=[lane(-1, "driving", 3.25, "solid"), lane(-2, "parking", 2.2, "curb"), lane(-3, "sidewalk", 2.5)])
    objects = [
        thing("trees-left", "tree", "tree", 20.0, 6.2, (290.0, 24.0), radius=1.4, height=6.0),
    ]
    heights = [9.0, 12.0, 8.0, 11.0, 13.0, 9.5, 10.5, 12.5, 8.5, 11.5]
    for i, height in enumerate(heights):
        objects.append(thing(f"house-right-{i}", "building", "house", 18.0 + 31.0 * i, -14.5, length=24.0 + 2.0 * (i % 3),
                             width=11.0, height=height))
        objects.append(thing(f"house-left-{i}", "building", "house", 14.0 + 31.0 * i, 15.0, length=22.0 + 3.0 * (i % 3),
                             width=12.0, height=heights[-1 - i]))
    signals = [sign("limit-1", "274", 15.0, -5.9, "+", 30), sign("children-1", "136", 60.0, -5.9, "+", name="children")]
    write("street", road("1", plan, cross, "School Street", kmh=30, objects=objects, signals=signals))


# ---- a crossing of two streets; arms start at the junction and lead outwards

HALF = 14.0  # from the middle of the junction to the start of each arm
ARMS = {"east": 0.0, "north": math.pi / 2, "west": math.pi, "south": -math.pi / 2}
NAMES = list(ARMS)
WIDTH = 3.5
STOP = 7.0  # stop line, from the start of the arm


def crossing(name, length, arm_things, arm_signals, controllers="", junction_controllers=""):
    elements, connections = [], []
    for index, (arm, heading) in enumerate(ARMS.items()):
        plan = Line(HALF * math.cos(heading), HALF * math.sin(heading), heading).straight(length)
        cross = lanes(left=[lane(2, "sidewalk", 2.5), lane(1, "driving", WIDTH, "curb")],
                      right=[lane(-1, "driving", WIDTH, "curb"), lane(-2, "sidewalk", 2.5)])
        elements.append(road(str(index + 1), plan, cross, arm, link=tag(
            "predecessor", elementType="junction", elementId="100"), objects=arm_things(arm), signals=arm_signals(arm)))
    id_ = 10
    for a, arm in enumerate(NAMES):
        for turn, angle in (("right", -math.pi / 2), ("straight", 0.0), ("left", math.pi / 2)):
            inwards = ARMS[arm] + math.pi
            b = next(i for i, other in enumerate(NAMES)
                     if abs(math.remainder(ARMS[other] - inwards - angle, 2 * math.pi)) < 1e-9)
            plan = Line(HALF * math.cos(ARMS[arm]), HALF * math.sin(ARMS[arm]), inwards)
            if angle:
                plan.arc(HALF * math.pi / 2, math.copysign(1.0 / HALF, angle))
            else:
                plan.straight(2 * HALF)
            link = tag("predecessor", elementType="road", elementId=str(a + 1), contactPoint="start")
            link += "\n" + tag("successor", elementType="road", elementId=str(b + 1), contactPoint="start")
            elements.append(road(str(id_), plan, lanes([], [lane(-1, "driving", WIDTH, "none", before=1, after=-1)], "none"),
                                 f"{arm} {turn}", junction="100", link=link))
            connections.append(tag("connection", tag("laneLink", from_=1, to=-1), id=str(len(connections)),
                                   incomingRoad=str(a + 1), connectingRoad=str(id_), contactPoint="start"))
            id_ += 1
    inner = "\n".join(filter(None, connections + [junction_controllers]))
    junction = tag("junction", inner, name=name, id="100", type="default")
    write(name, *filter(None, elements + [controllers, junction]))


def corner_things(arm, length):
    """Houses and trees along an arm."""
    return [
        thing(f"{arm}-house-1", "building", "house", 16.0, 15.0, length=18.0, width=12.0, height=11.0),
        thing(f"{arm}-house-2", "building", "house", 42.0, 14.5, length=24.0, width=11.0, height=9.0),
        thing(f"{arm}-house-3", "building", "house", 72.0, -15.0, length=26.0, width=12.0, height=12.0),
        thing(f"{arm}-trees", "tree", "tree", 30.0, -8.5, (length - 40.0, 16.0), radius=1.7, height=7.0),
        thing(f"{arm}-trees-left", "tree", "tree", 62.0, 9.0, (length - 70.0, 18.0), radius=1.6, height=6.5),
    ]


def stop_line(arm):
    return tag("object", id=f"{arm}-stop-line", type="roadMark", name="StopLine", s=STOP, t=WIDTH / 2, zOffset=0.0,
               orientation="-", hdg=0.0, pitch=0.0, roll=0.0, length=0.4, width=WIDTH - 0.3, height=0.0)


def light(id_, arm):
    """A traffic light that counts for the inbound lane at the stop line and hangs behind the junction, where the
    first driver in the queue can see it: at the right of the arm opposite."""
    inwards = ARMS[arm] + math.pi
    along, across = HALF + 2.0, -(WIDTH + 1.0)
    x = along * math.cos(inwards) - across * math.sin(inwards)
    y = along * math.sin(inwards) + across * math.cos(inwards)
    inner = tag("validity", fromLane=1, toLane=1)
    inner += "\n" + tag("positionInertial", x=round(x, 6), y=round(y, 6), z=3.0, hdg=ARMS[arm], pitch=0.0, roll=0.0)
    return tag("signal", inner, id=id_, name=f"light {arm}", s=STOP, t=WIDTH + 1.0, zOffset=3.0, orientation="-",
               dynamic="yes", country="OpenDRIVE", type="1000001", subtype="-1", height=1.0, width=0.35)


def signal_junction():
    length = 250.0
    ids = {"east": "1", "north": "2", "west": "3", "south": "4"}
    controllers = "\n".join(
        tag("controller", "\n".join(tag("control", signalId=ids[arm], type="0") for arm in arms), name=name, id=id_,
            sequence=0)
        for name, id_, arms in (("main", "201", ("east", "west")), ("cross", "202", ("north", "south"))))
    crossing(
        "signal-crossing", length,
        lambda arm: corner_things(arm, length) + [zebra(f"{arm}-zebra", 4.0, WIDTH), stop_line(arm)],
        lambda arm: [light(ids[arm], arm)],
        controllers=controllers,
        junction_controllers="\n".join(tag("controller", id=id_, type="0", sequence=0) for id_ in ("201", "202")))


def priority_junction():
    length = 250.0
    main = ("east", "west")
    crossing(
        "priority-crossing", length,
        lambda arm: corner_things(arm, length) + ([] if arm in main else [stop_line(arm)]),
        lambda arm: [sign(f"{arm}-priority", "306", 20.0, WIDTH + 0.8, "-") if arm in main
                     else sign(f"{arm}-yield", "205", STOP, WIDTH + 0.8, "-")])


# ---- a country road: bends of 140, 90 and 65 m, a crest and a dip, banked bends

def country_road():
    plan = (Line().straight(110.0).turn(140.0, 40.0, 0.75).straight(50.0).turn(90.0, 35.0, -0.95).straight(45.0)
            .turn(65.0, 30.0, 0.95).straight(180.0))
    cross = lanes(left=[lane(2, "border", 0.75), lane(1, "driving", 3.25, "solid")],
                  right=[lane(-1, "driving", 3.25, "solid"), lane(-2, "border", 0.75)])
    elevation = profile("elevation", [
        (0.0, 0.0, 0.0), (110.0, 1.0, 0.02), (230.0, 6.0, 0.045), (330.0, 8.5, 0.0), (430.0, 6.0, -0.04),
        (540.0, 2.5, 0.0), (plan.length, 4.0, 0.01)])
    bank = profile("superelevation", [(0.0, 0.0, 0.0), (110.0, 0.0, 0.0), (150.0, -0.035, 0.0), (215.0, -0.035, 0.0),
                                      (260.0, 0.0, 0.0), (plan.length, 0.0, 0.0)])
    objects = [
        thing("trees-right", "tree", "tree", 8.0, -8.5, (plan.length - 20.0, 17.0), radius=2.0, height=9.0),
        thing("trees-left", "tree", "tree", 15.0, 9.5, (plan.length - 30.0, 23.0), radius=2.4, height=10.0),
        thing("rail", "barrier", "guardRail", 290.0, 5.2, (130.0, 0.0), length=4.0, width=0.25, height=0.75),
        thing("barn", "building", "barn", 60.0, -26.0, length=18.0, width=11.0, height=7.0),
        thing("farm", "building", "farmhouse", 85.0, -24.0, length=13.0, width=10.0, height=8.0),
    ]
    signals = [sign("limit-1", "274", 30.0, -5.0, "+", 70), sign("bend-1", "103", 95.0, -5.0, "+", name="bend")]
    write("country-road", road("1", plan, cross, "K3", kmh=70, kind="rural", elevation=elevation, lateral=bank,
                               objects=objects, signals=signals))


# ---- a course for calibration: tight bends to both sides between houses, flat

def calibration_course():
    straights, bends = [60.0, 30.0, 45.0, 30.0, 60.0, 30.0, 45.0], [1.4, -1.5, -1.3, 1.5, 1.3, -1.4]
    plan, objects = Line(), []
    for i, straight in enumerate(straights):
        middle = plan.length + straight / 2
        plan.straight(straight)
        for side in (1, -1):
            objects.append(thing(f"house-{i}-{'left' if side > 0 else 'right'}", "building", "house", middle,
                                 side * (12.5 + 2.0 * (i % 3)), length=straight / 3 + 2.0 * (i % 2), width=9.0, height=8.0 + i % 4))
        if i < len(bends):
            plan.turn(18.0, 9.0, bends[i])
    objects.append(thing("trees", "tree", "tree", 12.0, 6.5, (plan.length - 24.0, 27.0), radius=1.2, height=6.0))
    objects.append(thing("posts", "pole", "bollard", 20.0, -6.0, (plan.length - 40.0, 13.0), radius=0.1, height=2.5))
    cross = lanes(left=[lane(2, "sidewalk", 2.0), lane(1, "driving", 3.25, "curb")],
                  right=[lane(-1, "driving", 3.25, "curb"), lane(-2, "sidewalk", 2.0)])
    write("calibration-course", road("1", plan, cross, "course", kmh=50, objects=objects,
                                     signals=[sign("limit-1", "274", 5.0, -5.5, "+", 50)]))


if __name__ == "__main__":
    motorway()
    expressway()
    street()
    signal_junction()
    priority_junction()
    country_road()
    calibration_course()
