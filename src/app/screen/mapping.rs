//! The second step: what the columns mean. Everything is proposed, everything can be changed, and
//! the preview follows at once.

use crate::app::action::App;
use crate::app::part::channel_table::ChannelTable;
use crate::app::part::join_list::JoinList;
use crate::app::part::mapping_preview::MappingPreview;
use crate::app::part::money_settings::MoneySettings;
use crate::app::part::preset_check::PresetCheckList;
use crate::app::part::preset_offer::{PresetOffer, PresetsButton};
use crate::app::part::role_list::RoleList;
use crate::app::part::spelling_list::SpellingList;
use crate::app::part::stage_editor::StageEditor;
use crate::app::state::{AppStateStoreFields, Screen, SessionStoreFields};
use crate::app::words;
use crate::engine::mapping::Mapping;
use leptos::prelude::*;

#[component]
pub fn MappingScreen() -> impl IntoView {
    let app = App::here();
    let any_file = move || app.state.session().files().read().iter().any(|f| f.profile().is_some());
    view! {
        <div data-part="mapping-screen">
            <div class="page-head">
                <div class="titles">
                    <h1>{move || words().mapping.title}</h1>
                    <p class="sub">{move || words().mapping.subtitle}</p>
                </div>
                <div class="actions">
                    <PresetsButton/>
                    <button
                        class="button"
                        data-part="reset-mapping"
                        title=move || words().mapping.reset_note
                        disabled=move || !any_file()
                        on:click=move |_| app.propose_again()
                    >
                        {move || words().mapping.reset}
                    </button>
                    <button
                        class="button primary"
                        data-part="build"
                        disabled=move || !any_file()
                        on:click=move |_| app.go(Screen::Report)
                    >
                        {move || words().mapping.build_report}
                    </button>
                </div>
            </div>
            <PresetOffer/>
            <PresetCheckList/>
            <Show
                when=any_file
                fallback=move || view! {
                    <div class="note">
                        <p>{move || words().mapping.preview_empty}</p>
                        <button class="button small" on:click=move |_| app.go(Screen::Data)>
                            {move || words().shell.step_data}
                        </button>
                    </div>
                }
            >
                <div class="two">
                    <div class="stack">
                        <RoleList/>
                        <StageEditor/>
                        <ChannelTable/>
                        <SpellingList/>
                        <JoinList/>
                        <MoneySettings/>
                    </div>
                    <MappingPreview/>
                </div>
            </Show>
        </div>
    }
}

impl App {
    /// Forgets every decision about the columns and asks for proposals anew.
    pub fn propose_again(self) {
        self.edit(|document| {
            document.mapping = Mapping::default();
            document.preset = None;
        });
        self.suggest();
    }
}
