//! The marks of a flow of records, once it is laid out.

use super::Drawing;
use super::hit::Hit;
use super::picture::{Align, Point, Rect};
use super::sankey::{END, ENTRY, Layout, LinkEnd, NODE, STUB, SankeyLink, SankeyModel, is_return};
use super::text::{self, SMALL, SMALL_STRONG};
use super::theme::{Color, Theme};
use std::f64::consts::FRAC_PI_2;

/// The places of a link: columns, and its edge across in each. A return has its two ends and the
/// place of its lane.
pub(super) struct Way {
    pub link: usize,
    pub thick: f64,
    pub points: Vec<(usize, f64)>,
}

/// Points of a bend.
const BEND: usize = 14;
/// Between two signs of a return.
const SIGN: f64 = 22.0;

pub(super) struct Marks<'a> {
    pub model: &'a SankeyModel,
    pub theme: &'a Theme,
    pub layout: &'a Layout,
    pub width: f64,
    pub drawing: Drawing,
}

impl Marks<'_> {
    pub fn drawn(mut self) -> Drawing {
        let is_end = |w: &&Way| !matches!(self.model.links[w.link].to, LinkEnd::Node(_));
        let (ends, flows): (Vec<&Way>, Vec<&Way>) = self.layout.ways.iter().partition(is_end);
        let (turns, flows): (Vec<&Way>, Vec<&Way>) =
            flows.into_iter().partition(|w| is_return(&self.model.links[w.link]));
        for way in ends.iter().chain(&flows) {
            self.ribbon(way);
        }
        for way in &turns {
            self.turn(way);
        }
        for at in 0..self.model.entries.len() {
            self.entry(at);
        }
        for at in 0..self.model.nodes.len() {
            self.node(at);
        }
        for way in &ends {
            self.end(way);
        }
        if !self.layout.wide {
            self.end_words(&ends);
        }
        self.drawing
    }

    /// A place along and across the ladder as a place in the picture.
    fn at(&self, u: f64, v: f64) -> Point {
        if self.layout.wide { (u, v) } else { (v, u) }
    }

    fn rect(&self, u: f64, v: f64, along: f64, across: f64) -> Rect {
        match self.layout.wide {
            true => Rect::new(u, v, along, across),
            false => Rect::new(v, u, across, along),
        }
    }

    fn color(&self, link: &SankeyLink) -> Color {
        let theme = self.theme;
        match link.to {
            LinkEnd::Lost => theme.bad.mix(theme.surface, 0.8),
            LinkEnd::Open => theme.line_strong.mix(theme.surface, 0.55),
            LinkEnd::Node(to) if to > link.from + 1 => theme.sequence[2],
            LinkEnd::Node(_) => theme.sequence[1],
        }
    }

    /// A band that leads from stop to stop, straight through the columns between.
    fn ribbon(&mut self, way: &Way) {
        let link = &self.model.links[way.link];
        let mut near: Vec<Point> = Vec::new();
        let mut far: Vec<Point> = Vec::new();
        for pair in way.points.windows(2) {
            let [(c0, v0), (c1, v1)] = *pair else { continue };
            let (from, to) = (self.layout.u(c0) + NODE, self.layout.u(c1));
            for i in 0..=BEND {
                let t = i as f64 / BEND as f64;
                let smooth = t * t * (3.0 - 2.0 * t);
                let u = from + (to - from) * t;
                let v = v0 + (v1 - v0) * smooth;
                near.push(self.at(u, v));
                far.push(self.at(u, v + way.thick));
            }
        }
        if let [(column, v)] = way.points[..] {
            let u = self.layout.u(column) + NODE;
            near.extend([self.at(u, v), self.at(u + 26.0, v)]);
            far.extend([self.at(u, v + way.thick), self.at(u + 26.0, v + way.thick)]);
        }
        let color = self.color(link);
        self.band(near, far, color);
        if let [(c0, v0), (c1, v1), ..] = way.points[..] {
            let (from, to) = (self.layout.u(c0) + NODE, self.layout.u(c1));
            let (middle, thick) = ((v0 + v1) / 2.0, way.thick.max(8.0));
            let along = (to - from) * 0.5;
            let rect = self.rect(from + along / 2.0, middle, along, thick);
            self.hit(rect, self.model.nodes.len() + way.link);
        }
    }

    /// An area between two edges, with a hair of ground around it.
    fn band(&mut self, near: Vec<Point>, far: Vec<Point>, color: Color) {
        let outline: Vec<Point> = near.into_iter().chain(far.into_iter().rev()).collect();
        let around = outline.iter().copied().chain(outline.first().copied()).collect();
        // The hair would hide a thin band: it lies on the ground, and the band on it.
        self.drawing.picture.line(around, 1.0, self.theme.surface);
        self.drawing.picture.polygon(outline, color);
    }

    /// A band that leaves its node, runs back below everything and comes into an earlier one.
    fn turn(&mut self, way: &Way) {
        let [(from, v), (to, into), (_, lane)] = way.points[..] else { return };
        let (half, link) = (way.thick / 2.0, &self.model.links[way.link]);
        let (u, back) = (self.layout.u(from) + NODE, self.layout.u(to));
        let middle = lane + half;
        let round = half + 5.0;
        let mut path: Vec<Point> = Vec::new();
        let mut bend = |center: Point, begin: f64| {
            for i in 0..=6 {
                let angle = begin + FRAC_PI_2 * f64::from(i) / 6.0;
                path.push((center.0 + round * angle.cos(), center.1 + round * angle.sin()));
            }
        };
        bend((u, v + half + round), -FRAC_PI_2);
        bend((u, middle - round), 0.0);
        bend((back, middle - round), FRAC_PI_2);
        bend((back, into + half + round), 2.0 * FRAC_PI_2);
        let (near, far) = edges(&path, half);
        let turned = |points: Vec<Point>| points.into_iter().map(|(u, v)| self.at(u, v)).collect();
        let (near, far) = (turned(near), turned(far));
        let color = self.theme.series[1].mix(self.theme.surface, 0.45);
        self.band(near, far, color);
        let size = (half - 1.0).clamp(3.0, 5.0);
        let mut u_sign = u - SIGN / 2.0;
        while u_sign > back + 4.0 {
            self.sign((u_sign, middle), -size);
            u_sign -= SIGN;
        }
        self.sign((back - size - 2.0, into + half), size);
        let index = self.model.nodes.len() + way.link;
        let rect = self.rect(back, lane, (u - back).max(4.0), way.thick.max(8.0));
        self.hit(rect, index);
        if self.layout.wide {
            let text = text::fit(&link.text, (self.width - back).max(60.0), SMALL);
            let half_text = text::width(&text, SMALL) / 2.0;
            let x = ((u + back) / 2.0).clamp(half_text, (self.width - half_text).max(half_text));
            let at = (x, lane + way.thick + 12.0);
            self.drawing.picture.text(at, &text, SMALL, self.theme.ink_2, Align::Middle);
        }
    }

    /// What comes out of a loss: a stub before its node, with a sign that points into it.
    fn entry(&mut self, at: usize) {
        let (Some(entry), Some((v, thick))) =
            (self.model.entries.get(at), self.layout.entries.get(at).copied())
        else {
            return;
        };
        if thick <= 0.0 || entry.to >= self.model.nodes.len() {
            return;
        }
        let u = self.layout.u(entry.to);
        // In rows the name of the stage stands before its node.
        let long = if self.layout.wide { ENTRY } else { 6.0 };
        let near = vec![self.at(u - long, v), self.at(u, v)];
        let far = vec![self.at(u - long, v + thick), self.at(u, v + thick)];
        self.band(near, far, self.theme.bad.mix(self.theme.surface, 0.8));
        let half = thick / 2.0;
        self.sign((u - 5.0, v + half), (half - 1.0).clamp(3.0, 5.0));
        let index = self.model.nodes.len() + self.model.links.len() + at;
        self.hit(self.rect(u - long, v - 4.0, long, thick + 8.0), index);
        if self.layout.wide && entry.to > 0 {
            let text = text::fit(&entry.text, (self.layout.pitch * 0.5).max(40.0), SMALL);
            let at = (u - long - 4.0, v + half + 4.0);
            self.drawing.picture.text(at, &text, SMALL, self.theme.ink, Align::End);
        }
    }

    /// A sign that points along the ladder, or (below 0) back.
    fn sign(&mut self, (u, v): Point, size: f64) {
        let tip = self.at(u + size, v);
        let base = [self.at(u, v - size.abs()), self.at(u, v + size.abs())];
        self.drawing.picture.polygon(vec![tip, base[0], base[1]], self.theme.ink_2);
    }

    fn node(&mut self, at: usize) {
        let (node, u, v) = (&self.model.nodes[at], self.layout.u(at), self.layout.node_v[at]);
        let thick = self.layout.thick(node.value).max(2.0);
        let rect = self.rect(u, v, NODE, thick);
        let is_last = at + 1 == self.model.nodes.len();
        let color = if is_last { self.theme.sequence[6] } else { self.theme.sequence[5] };
        self.drawing.picture.rounded(rect, [2.0; 4], color);
        let theme = self.theme;
        if self.layout.wide {
            let names = self.layout.names.get(at).map_or(&[][..], Vec::as_slice);
            let lines = self.layout.names.iter().map(Vec::len).max().unwrap_or(1);
            for (n, line) in names.iter().enumerate() {
                let y = 12.0 + (lines - names.len() + n) as f64 * 15.0;
                self.drawing.picture.text((u, y), line, SMALL_STRONG, theme.ink, Align::Start);
            }
            let y = 12.0 + lines as f64 * 15.0 + 1.0;
            self.drawing.picture.text((u, y), &node.count, SMALL, theme.ink_2, Align::Start);
            self.hit(Rect::new(u, 0.0, self.layout.pitch * 0.8, y + 6.0), at);
        } else {
            let count = text::width(&node.count, SMALL);
            let room = (self.width - count - 8.0).max(20.0);
            let name = text::fit(&node.name, room, SMALL_STRONG);
            let wide = text::width(&name, SMALL_STRONG);
            let x = v.min((self.width - wide - count - 8.0).max(0.0));
            let base = u - 7.0;
            self.drawing.picture.text((x, base), &name, SMALL_STRONG, theme.ink, Align::Start);
            let at_count = (x + wide + 8.0, base);
            self.drawing.picture.text(at_count, &node.count, SMALL, theme.ink_2, Align::Start);
        }
        self.hit(rect, at);
    }

    /// Where records stopped: a block with its words.
    fn end(&mut self, way: &Way) {
        let link = &self.model.links[way.link];
        let Some((column, v)) = way.points.last().copied() else { return };
        let stub = if way.points.len() < 2 { STUB } else { 0.0 };
        let u = self.layout.u(column) + stub;
        let is_lost = link.to == LinkEnd::Lost;
        let color = if is_lost { self.theme.bad } else { self.theme.ink_3 };
        let rect = self.rect(u, v, NODE / 2.0, way.thick.max(2.0));
        self.drawing.picture.rounded(rect, [1.0; 4], color);
        let index = self.model.nodes.len() + way.link;
        self.hit(self.rect(u - 4.0, v - 4.0, NODE + 8.0, way.thick + 8.0), index);
        if self.layout.wide {
            let x = u + END;
            let is_last = column + 1 == self.model.nodes.len();
            let free = if is_last { f64::INFINITY } else { self.layout.pitch - NODE };
            let room = (self.width - x).min(free);
            let text = text::fit(&link.text, room.max(20.0), SMALL);
            let at = (x, v + way.thick / 2.0 + 4.0);
            self.drawing.picture.text(at, &text, SMALL, self.theme.ink, Align::Start);
        }
    }

    /// In rows the words of all ends of a row stand in one line below them.
    fn end_words(&mut self, ends: &[&Way]) {
        for column in 0..=self.model.nodes.len() {
            let here = ends.iter().filter(|w| w.points.last().is_some_and(|p| p.0 == column));
            let first = here.clone().filter_map(|w| w.points.last()).map(|p| p.1);
            let first = first.fold(self.width, f64::min);
            let mut here: Vec<&&Way> = here.collect();
            here.sort_by(|a, b| across(a).total_cmp(&across(b)));
            let words = here.iter().map(|w| self.model.links[w.link].text.as_str());
            let words: Vec<&str> = words.collect();
            if words.is_empty() {
                continue;
            }
            let text = text::fit(&words.join(" · "), self.width, SMALL);
            let y = self.layout.u(column) + NODE + 14.0;
            let x = first.min((self.width - text::width(&text, SMALL)).max(0.0));
            self.drawing.picture.text((x, y), &text, SMALL, self.theme.ink, Align::Start);
        }
    }

    fn hit(&mut self, rect: Rect, index: usize) {
        let height = match self.layout.wide {
            true => self.layout.end,
            false => self.layout.length(self.model.nodes.len()),
        };
        let (left, top) = (rect.x.clamp(0.0, self.width), rect.y.clamp(0.0, height));
        let right = rect.right().clamp(left, self.width);
        let bottom = rect.bottom().clamp(top, height);
        let rect = Rect::new(left, top, right - left, bottom - top);
        self.drawing.hits.push(Hit { rect, index, anchor: ((left + right) / 2.0, top) });
    }
}

/// Where a way ends across the ladder.
fn across(way: &Way) -> f64 {
    way.points.last().map_or(0.0, |point| point.1)
}

/// The two edges of a band along a path.
fn edges(path: &[Point], half: f64) -> (Vec<Point>, Vec<Point>) {
    let mut near = Vec::with_capacity(path.len());
    let mut far = Vec::with_capacity(path.len());
    for (i, point) in path.iter().enumerate() {
        let before = path.get(i.saturating_sub(1)).unwrap_or(point);
        let after = path.get(i + 1).unwrap_or(point);
        let (dx, dy) = (after.0 - before.0, after.1 - before.1);
        let long = dx.hypot(dy).max(1e-9);
        let (nx, ny) = (-dy / long * half, dx / long * half);
        near.push((point.0 + nx, point.1 + ny));
        far.push((point.0 - nx, point.1 - ny));
    }
    (near, far)
}
