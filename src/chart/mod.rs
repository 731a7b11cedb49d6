//! Pictures of answers: one chart a file, over any plotters backend.
//!
//! A chart takes a plain model (numbers to draw, words already written) and gives a [`Drawing`]:
//! the marks, and the regions that a pointer can find. [`Drawing::paint`] replays it on a canvas or
//! as SVG. Not here: language, number formats, the tooltip, and the page.

pub mod bars;
pub mod boxes;
pub mod bridge;
pub mod caption;
pub mod funnel;
mod funnel_list;
pub mod heat;
pub mod hit;
pub mod lattice;
pub mod paint;
pub mod pareto;
pub mod picture;
pub mod sankey;
mod sankey_marks;
pub mod spark;
pub mod steps;
pub mod text;
pub mod theme;
pub mod ticks;
pub mod trend;
mod trend_axes;
mod trend_band;

pub use bars::{BarRow, BarsColoring, BarsModel};
pub use boxes::{BoxRow, BoxesModel};
pub use bridge::{BridgeModel, BridgeRow};
pub use caption::{Caption, captioned_size, draw_captioned};
pub use funnel::{FunnelModel, FunnelStep};
pub use heat::{HeatCell, HeatModel};
pub use hit::{Hit, Tip, TipLine, hit_at};
pub use lattice::{LatticeCell, LatticeModel, LatticeRow};
pub use paint::{Paint, PaintError};
pub use pareto::{ParetoModel, ParetoRow};
pub use picture::{Picture, Rect};
pub use sankey::{LinkEnd, SankeyEntry, SankeyLink, SankeyModel, SankeyNode};
pub use spark::SparkModel;
pub use steps::{StepCurve, StepPoint, StepsModel};
pub use theme::{Color, Theme};
pub use ticks::{Tick, nice_ticks};
pub use trend::{Series, SeriesKind, TrendModel};

use plotters_backend::DrawingBackend;

/// Every kind of chart with what it shows.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartKind {
    Funnel(FunnelModel),
    Trend(TrendModel),
    Spark(SparkModel),
    Bars(BarsModel),
    Pareto(ParetoModel),
    Sankey(SankeyModel),
    Heat(HeatModel),
    Lattice(LatticeModel),
    Bridge(BridgeModel),
    Boxes(BoxesModel),
    Steps(StepsModel),
}

/// A chart laid out at a size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub picture: Picture,
    pub hits: Vec<Hit>,
}

impl Drawing {
    pub fn paint<DB: DrawingBackend>(
        &self,
        paint: &Paint,
        backend: &mut DB,
    ) -> Result<(), PaintError> {
        self.picture.paint(paint, backend)
    }
}

/// Lays a chart out at a size in CSS px.
pub fn draw(kind: &ChartKind, theme: &Theme, width: f64, height: f64) -> Drawing {
    match kind {
        ChartKind::Funnel(model) => funnel::draw(model, theme, width, height),
        ChartKind::Trend(model) => trend::draw(model, theme, width, height),
        ChartKind::Spark(model) => spark::draw(model, theme, width, height),
        ChartKind::Bars(model) => bars::draw(model, theme, width, height),
        ChartKind::Pareto(model) => pareto::draw(model, theme, width, height),
        ChartKind::Sankey(model) => sankey::draw(model, theme, width, height),
        ChartKind::Heat(model) => heat::draw(model, theme, width),
        ChartKind::Lattice(model) => lattice::draw(model, theme, width),
        ChartKind::Bridge(model) => bridge::draw(model, theme, width),
        ChartKind::Boxes(model) => boxes::draw(model, theme, width),
        ChartKind::Steps(model) => steps::draw(model, theme, width, height),
    }
}

impl ChartKind {
    /// The height that suits a width, in CSS px.
    pub fn height(&self, width: f64) -> f64 {
        match self {
            ChartKind::Funnel(model) => funnel::height(model, width),
            ChartKind::Trend(_) => trend::HEIGHT,
            ChartKind::Spark(_) => spark::HEIGHT,
            ChartKind::Bars(model) => bars::height(model),
            ChartKind::Pareto(model) => pareto::height(model),
            ChartKind::Sankey(model) => sankey::height(model, width),
            ChartKind::Heat(model) => heat::height(model, width),
            ChartKind::Lattice(model) => lattice::height(model, width),
            ChartKind::Bridge(model) => bridge::height(model),
            ChartKind::Boxes(model) => boxes::height(model),
            ChartKind::Steps(_) => steps::HEIGHT,
        }
    }

    /// What a tooltip says about a region of the drawing.
    pub fn tip(&self, hit: &Hit) -> Option<Tip> {
        match self {
            ChartKind::Funnel(model) => model.tip(hit.index),
            ChartKind::Trend(model) => model.tip(hit.index),
            ChartKind::Spark(_) => None,
            ChartKind::Bars(model) => model.tip(hit.index),
            ChartKind::Pareto(model) => model.tip(hit.index),
            ChartKind::Sankey(model) => model.tip(hit.index),
            ChartKind::Heat(model) => model.tip(hit.index),
            ChartKind::Lattice(model) => model.tip(hit.index),
            ChartKind::Bridge(model) => model.tip(hit.index),
            ChartKind::Boxes(model) => model.tip(hit.index),
            ChartKind::Steps(model) => model.tip(hit.index),
        }
    }

    /// What its marks mean that no colour of a series says.
    pub fn notes(&self) -> &[String] {
        match self {
            ChartKind::Trend(model) => &model.notes,
            _ => &[],
        }
    }

    /// The names of its colours: the slot of each, counted from 0.
    pub fn legend(&self) -> Vec<(usize, &str)> {
        match self {
            ChartKind::Trend(model) => {
                model.series.iter().map(|s| (s.slot, s.name.as_str())).collect()
            }
            ChartKind::Pareto(model) => {
                model.parts.iter().enumerate().map(|(i, name)| (i, name.as_str())).collect()
            }
            ChartKind::Steps(model) if model.curves.len() > 1 => {
                model.curves.iter().map(|c| (c.slot, c.name.as_str())).collect()
            }
            ChartKind::Funnel(_)
            | ChartKind::Spark(_)
            | ChartKind::Bars(_)
            | ChartKind::Sankey(_)
            | ChartKind::Heat(_)
            | ChartKind::Lattice(_)
            | ChartKind::Bridge(_)
            | ChartKind::Boxes(_)
            | ChartKind::Steps(_) => Vec::new(),
        }
    }
}
