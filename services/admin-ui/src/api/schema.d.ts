// Made by `just client` from the OpenAPI description of admin-api. Do not edit.

export interface paths {
    "/api/v1/buttons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List buttons
         * @description The buttons, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listButtons"];
        put?: never;
        /**
         * Create a button
         * @description What is left out takes its default.
         */
        post: operations["createButton"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buttons/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a button */
        get: operations["getButton"];
        put?: never;
        post?: never;
        /**
         * Delete a button
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteButton"];
        options?: never;
        head?: never;
        /**
         * Change a button
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateButton"];
        trace?: never;
    };
    "/api/v1/buttons/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many buttons at once
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkButtons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buttons/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a button is used
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getButtonUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buttons/{entity_id}/blame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who set each field of a button
         * @description The last event that changed it; of a deleted button too.
         */
        get: operations["blameButton"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List keyboards
         * @description The keyboards, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listKeyboards"];
        put?: never;
        /**
         * Create a keyboard
         * @description What is left out takes its default.
         */
        post: operations["createKeyboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyboards/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a keyboard */
        get: operations["getKeyboard"];
        put?: never;
        post?: never;
        /**
         * Delete a keyboard
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteKeyboard"];
        options?: never;
        head?: never;
        /**
         * Change a keyboard
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateKeyboard"];
        trace?: never;
    };
    "/api/v1/keyboards/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many keyboards at once
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkKeyboards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyboards/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a keyboard is used
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getKeyboardUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyboards/{entity_id}/blame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who set each field of a keyboard
         * @description The last event that changed it; of a deleted keyboard too.
         */
        get: operations["blameKeyboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List handlers
         * @description The handlers, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listHandlers"];
        put?: never;
        /**
         * Create a handler
         * @description What is left out takes its default.
         */
        post: operations["createHandler"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handlers/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a handler */
        get: operations["getHandler"];
        put?: never;
        post?: never;
        /**
         * Delete a handler
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteHandler"];
        options?: never;
        head?: never;
        /**
         * Change a handler
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateHandler"];
        trace?: never;
    };
    "/api/v1/handlers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many handlers at once
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkHandlers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handlers/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a handler is used
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getHandlerUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handlers/{entity_id}/blame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who set each field of a handler
         * @description The last event that changed it; of a deleted handler too.
         */
        get: operations["blameHandler"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List callbacks
         * @description The callbacks, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listCallbacks"];
        put?: never;
        /**
         * Create a callback
         * @description What is left out takes its default.
         */
        post: operations["createCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a callback */
        get: operations["getCallback"];
        put?: never;
        post?: never;
        /**
         * Delete a callback
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteCallback"];
        options?: never;
        head?: never;
        /**
         * Change a callback
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateCallback"];
        trace?: never;
    };
    "/api/v1/callbacks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many callbacks at once
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkCallbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a callback is used
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getCallbackUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{entity_id}/blame": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who set each field of a callback
         * @description The last event that changed it; of a deleted callback too.
         */
        get: operations["blameCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List drafts
         * @description All of them, on one page.
         */
        get: operations["listDrafts"];
        put?: never;
        /**
         * Begin a draft
         * @description It changes nothing yet.
         */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a draft
         * @description With what was changed live, too, since the draft changed it.
         */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        /**
         * Drop a draft
         * @description With all that it changes; the live configuration stays as it is.
         */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        /**
         * Rename a draft or choose its testers
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateDraft"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare a draft with what is live */
        get: operations["diffDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft live
         * @description All of its changes in one transaction; then the draft is gone. Refused with the code `draft_conflict` where an object was changed live since the draft changed it, unless `overwrite` says that the draft is to win.
         */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what the bot would do if a draft were live
         * @description As `explain` does; it is what the bot does for the draft's testers.
         */
        post: operations["explainDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find what would hardly be meant if a draft were live */
        get: operations["lintDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/buttons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List buttons in a draft
         * @description The buttons, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listDraftButtons"];
        put?: never;
        /**
         * Create a button in a draft
         * @description What is left out takes its default.
         */
        post: operations["createDraftButton"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/buttons/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a button in a draft */
        get: operations["getDraftButton"];
        put?: never;
        post?: never;
        /**
         * Delete a button in a draft
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteDraftButton"];
        options?: never;
        head?: never;
        /**
         * Change a button in a draft
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateDraftButton"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/buttons/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many buttons at once in a draft
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkDraftButtons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/buttons/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a button is used in a draft
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getDraftButtonUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/keyboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List keyboards in a draft
         * @description The keyboards, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listDraftKeyboards"];
        put?: never;
        /**
         * Create a keyboard in a draft
         * @description What is left out takes its default.
         */
        post: operations["createDraftKeyboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/keyboards/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a keyboard in a draft */
        get: operations["getDraftKeyboard"];
        put?: never;
        post?: never;
        /**
         * Delete a keyboard in a draft
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteDraftKeyboard"];
        options?: never;
        head?: never;
        /**
         * Change a keyboard in a draft
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateDraftKeyboard"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/keyboards/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many keyboards at once in a draft
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkDraftKeyboards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/keyboards/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a keyboard is used in a draft
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getDraftKeyboardUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List handlers in a draft
         * @description The handlers, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listDraftHandlers"];
        put?: never;
        /**
         * Create a handler in a draft
         * @description What is left out takes its default.
         */
        post: operations["createDraftHandler"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/handlers/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a handler in a draft */
        get: operations["getDraftHandler"];
        put?: never;
        post?: never;
        /**
         * Delete a handler in a draft
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteDraftHandler"];
        options?: never;
        head?: never;
        /**
         * Change a handler in a draft
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateDraftHandler"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/handlers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many handlers at once in a draft
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkDraftHandlers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/handlers/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a handler is used in a draft
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getDraftHandlerUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List callbacks in a draft
         * @description The callbacks, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listDraftCallbacks"];
        put?: never;
        /**
         * Create a callback in a draft
         * @description What is left out takes its default.
         */
        post: operations["createDraftCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/callbacks/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a callback in a draft */
        get: operations["getDraftCallback"];
        put?: never;
        post?: never;
        /**
         * Delete a callback in a draft
         * @description Refused with 409 while something uses it.
         */
        delete: operations["deleteDraftCallback"];
        options?: never;
        head?: never;
        /**
         * Change a callback in a draft
         * @description Changes the given fields only; without a difference nothing happens.
         */
        patch: operations["updateDraftCallback"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/callbacks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many callbacks at once in a draft
         * @description At most 500 changes, in one transaction: all of them, or none. Problems name the place: `create[3].label`.
         */
        post: operations["bulkDraftCallbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/callbacks/{entity_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell where a callback is used in a draft
         * @description What holds it or leads to it, and by which field. Of a button that includes the callback that takes its data, of a callback the buttons whose press it takes. At most 200 are named.
         */
        get: operations["getDraftCallbackUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes
         * @description The events of the log, the newest first, by pages.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who changed something
         * @description Deleted accounts and revoked tokens too, by name; 1000 at most.
         */
        get: operations["listActors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an event
         * @description With the whole state of the object, and the one before.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a configuration of the past
         * @description Every object as it was after an event, by kinds and ids, by pages.
         */
        get: operations["getConfigurationAt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two configurations of the past
         * @description What the events between come to in all, an object once: what was changed and changed back is not there. `from` may be the later one.
         */
        get: operations["compareConfigurations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to an earlier configuration
         * @description Brings the whole configuration, or one object, to its state after an event. What was deleted comes back with its id. The log goes on: this can be undone in the same way.
         */
        post: operations["restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sum up what people did
         * @description Of the interactions from `from` up to, but without, `to`.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count interactions in time
         * @description By kind, in hours, days, weeks or months of the time zone, with the changes of the configuration. Buckets without interactions are there, too.
         */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count active people in time
         * @description Who did something in each hour, day, week or month, who of them is new, and how many were active on the last day, in the last 7 and in the last 30 days.
         */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count interactions by weekday and hour
         * @description Of the time zone. Default: of 30 days.
         */
        get: operations["getHeatmap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how many come back
         * @description Of those who came for the first time in a day or week: how many did something in it and in each one after it. Default: of 30 days.
         */
        get: operations["getRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare before and after a change
         * @description The same time before and after an event of the configuration's log.
         */
        get: operations["getAroundChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell which handlers answer most
         * @description With the period before, of as many days in `tz` or as long, and the change.
         */
        get: operations["getTopHandlers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/buttons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell which buttons are pressed most
         * @description With the period before, and with how often handlers answered whose keyboard has the button now.
         */
        get: operations["getTopButtons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell which deep links people came by
         * @description How often each was used, against the period before, and whom it brought.
         */
        get: operations["getTopSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell which languages people use
         * @description Of Telegram itself, by the people who did something in the period.
         */
        get: operations["getTopLanguages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the uses of handlers and buttons by day
         * @description Of the last days of the time zone; of at most 100 each.
         */
        get: operations["getDailyUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far people go
         * @description How many people took the first step, how many of them the second one later, and so on, all from `from` up to `to`. One interaction is one step at the most.
         */
        get: operations["getFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what the bot did not understand
         * @description The latest 50,000 texts that no pattern took, in groups of those that are alike, each with a body for `POST /handlers` whose pattern takes them.
         */
        get: operations["getUnmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what people did
         * @description The interactions that are kept, in the order of time. The transfer breaks off where not all can be read, and is not ended as a whole one is.
         */
        get: operations["exportInteractions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export people
         * @description Those whom the list shows with the same filters, by their ids. The transfer breaks off where not all can be read, and is not ended as a whole one is.
         */
        get: operations["exportPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch what people do
         * @description Server-Sent Events: `interaction` as each comes, and `gap` where some are left out, because they came faster than they were taken, or while nobody was there. Ends after 15 minutes; browsers then come again, and go on behind the last event.
         */
        get: operations["streamInteractions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how the counting of interactions is doing
         * @description What waits to be written, who writes it, and what could not be written.
         */
        get: operations["getStatsHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold the sums against the rows that they are of
         * @description Counts the rows again, of the whole quarters of an hour from `from` up to, but without, `to`, as far back as rows are kept, and compares with every table that the figures are read from. Changes nothing. Some ten seconds for each million rows.
         */
        post: operations["reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description Who uses the bot, by pages: follow `next_cursor` until it is null.
         */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tags of people */
        get: operations["listTags"];
        put?: never;
        /**
         * Tag many people
         * @description Of all whom the list shows with the same filters, or those of `user_ids` among them; 10000 at the most.
         */
        post: operations["tagPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a person
         * @description With what they did in all, and on how many days of `tz`.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /**
         * Erase a person
         * @description Names, username, tags, texts and the id itself are gone for good, in Redis too; every figure stays what it was. Whoever writes again is a new person.
         */
        delete: operations["erasePerson"];
        options?: never;
        head?: never;
        /** Change the tags of a person */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/api/v1/people/{user_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a person did
         * @description The interactions that are kept, the newest first, by pages.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what the bot would do
         * @description Which handler or callback takes it, why the others don't, the steps that would run and the messages that would be sent. Nothing is sent, and no statistics are written. With `changes`, it is told as if these were saved; what saving would refuse is refused the same way, and problems name the place: `changes[0].fields.message`.
         */
        post: operations["explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find what is hardly meant
         * @description Handlers that can never win, patterns that overlap, buttons and callbacks that do not find each other, and what nobody reaches.
         */
        get: operations["lint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw what leads where in the bot
         * @description From handlers to the keyboards that they show, their buttons, the callbacks that take them, and handlers again, with how often each was used. Of too many nodes those are shown that the most used handlers lead to. Default: of 7 days.
         */
        get: operations["getMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the configuration
         * @description All of it as one document, with names in place of ids, and without what is at its default. The same configuration gives the same document.
         */
        get: operations["exportConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan what a document would change
         * @description What would be created, changed and deleted so that the configuration is what the document says. All rules are checked, and nothing is changed.
         */
        post: operations["planConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry out a plan
         * @description Exactly what was planned, in one transaction; or 409 with the code `plan_outdated`, because the configuration was changed since. `delete` must be that of the plan.
         */
        post: operations["applyConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cache/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Build the Redis cache anew
         * @description Asks the service `config` to; gateways keep answering meanwhile.
         */
        post: operations["rebuildCache"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who I am */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out
         * @description Ends the session that the request uses.
         */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description Ends all other sessions of the account.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my sessions
         * @description The last used first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description The accounts in the order of their ids, by pages.
         */
        get: operations["listAccounts"];
        put?: never;
        /** Create an account */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /**
         * Delete an account
         * @description Its name stays known to the log. Refused with 409 for the last enabled owner.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description Changes the given fields only. Disabling it and a new password end its sessions. Refused with 409 where no enabled owner would be left.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API tokens
         * @description Those that are not revoked, in the order of their ids, by pages.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create an API token
         * @description The answer is the only one that shows the token.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{entity_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description Its name stays known to the log.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description All of them; there are 20 at the most.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Register a webhook
         * @description It is told of every change from now on. The secret is shown this once.
         */
        post: operations["registerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook and its deliveries */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a webhook
         * @description A paused one is sent nothing; when it goes on, it is told of the newest change that it has missed.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret of a webhook
         * @description The new one is shown this once. For 24 hours messages have a signature of each.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message now
         * @description Once, paused or not; answers within seconds how it ended.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was delivered
         * @description Of the last 30 days, the newest first, by pages.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver a message again
         * @description As a new delivery, with an id of its own, retried like any other.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propagation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how far a change has come
         * @description Which gateways run it, and how long after the commit they took it. With `wait`, the answer comes when all of them run it; after the time, what is known.
         */
        get: operations["getPropagation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how updates come to the bot
         * @description By polling or by a webhook, what Telegram says of the webhook, and what is wrong. Gateways ask Telegram every 30 s; the bot's token and the path of the webhook's address are nowhere told.
         */
        get: operations["getBot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with a browser
         * @description Sets the cookie of a session.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in with a program
         * @description Begins a session, and answers its first access and refresh token.
         */
        post: operations["getTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description Good for once: a refresh token that comes again ends its session.
         */
        post: operations["refreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountFields */
        AccountFields: {
            /** Format: email */
            email: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "owner";
            password: string;
        };
        /** AccountPatch */
        AccountPatch: {
            name?: string;
            role?: "viewer" | "editor" | "owner";
            disabled?: boolean;
            password?: string;
        };
        /** AccountView */
        AccountView: {
            id: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "owner";
            disabled: boolean;
        };
        /** Activity */
        Activity: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            /** @enum {string} */
            bucket: "hour" | "day" | "week" | "month";
            changes: components["schemas"]["Marks"];
            items: components["schemas"]["ActivityPoint"][];
        };
        /** ActivityPoint */
        ActivityPoint: {
            /** Format: date-time */
            from: string;
            active: number;
            new: number;
            returning: number;
            blocked: number;
            unblocked: number;
            dau: number;
            wau: number;
            mau: number;
            stickiness: number | null;
        };
        /** Actor */
        Actor: {
            actor: string;
            actor_name: string;
        };
        /** Alert */
        Alert: {
            text: string;
            /** @constant */
            type: "alert";
        };
        /** Animation */
        Animation: {
            source: string;
            /** @default false */
            spoiler?: boolean;
            /** @constant */
            type: "animation";
        };
        /** ApiTokenFields */
        ApiTokenFields: {
            name: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "owner";
            expires_in_days?: number | null;
        };
        /** ApiTokenView */
        ApiTokenView: {
            id: number;
            name: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "owner";
            last_four: string;
            created_by: string;
            created_by_name: string;
            /** Format: date-time */
            created_at: string;
            expires_at: string | null;
            last_used_at: string | null;
        };
        /** Applied */
        Applied: {
            seq: number;
            base_seq: number;
            counts: components["schemas"]["Counts"];
        };
        /** Approve */
        Approve: {
            /** @constant */
            type: "approve";
        };
        /** AroundChange */
        AroundChange: {
            mark: components["schemas"]["Mark"];
            before: components["schemas"]["SideOfChange"];
            after: components["schemas"]["SideOfChange"];
            change: components["schemas"]["SidesChange"];
        };
        /** Ask */
        Ask: {
            variable: string;
            /** @default  */
            question?: string;
            /**
             * @default text
             * @enum {string}
             */
            answer?: "text" | "number" | "phone" | "email" | "date" | "choice";
            /** @default [] */
            choices?: string[];
            retry?: string | null;
            cancel?: string | null;
            /** @default 5 */
            attempts?: number;
            /** @default 86400 */
            timeout_seconds?: number;
            /** @default [] */
            on_cancel?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            /** @default [] */
            on_timeout?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            /** @constant */
            type: "ask";
        };
        /** Assumption */
        Assumption: {
            /** @enum {string} */
            code: "not_subscribed" | "answer" | "pause" | "request" | "passed" | "too_long";
            params: {
                [key: string]: string;
            };
        };
        /** Attempt */
        Attempt: {
            /** Format: date-time */
            at: string;
            status: number | null;
            /** @enum {null|string} */
            error: "bad_response" | "gone" | "redirect" | "refused_address" | "status" | "timeout" | "tls" | "unreachable" | null;
            duration_ms: number;
        };
        /** Audio */
        Audio: {
            source: string;
            /** @constant */
            type: "audio";
        };
        /** Authored */
        Authored: {
            seq: number;
            /** Format: date-time */
            occurred_at: string;
            actor: string;
            actor_name: string;
            cause: string | null;
        };
        /** Blame */
        Blame: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number;
            name: string;
            deleted: components["schemas"]["Authored"] | null;
            fields: components["schemas"]["FieldBlame"][];
        };
        /** BotState */
        BotState: {
            username: string | null;
            name: string | null;
            gateways: components["schemas"]["GatewayState"][];
        };
        /** BulkResult[ButtonView] */
        ButtonBulkResult: {
            created: components["schemas"]["ButtonView"][];
            updated: components["schemas"]["ButtonView"][];
            deleted: number[];
            seq: number;
        };
        /** BulkResult[CallbackView] */
        CallbackBulkResult: {
            created: components["schemas"]["CallbackView"][];
            updated: components["schemas"]["CallbackView"][];
            deleted: number[];
            seq: number;
        };
        /** BulkResult[HandlerView] */
        HandlerBulkResult: {
            created: components["schemas"]["HandlerView"][];
            updated: components["schemas"]["HandlerView"][];
            deleted: number[];
            seq: number;
        };
        /** BulkResult[KeyboardView] */
        KeyboardBulkResult: {
            created: components["schemas"]["KeyboardView"][];
            updated: components["schemas"]["KeyboardView"][];
            deleted: number[];
            seq: number;
        };
        /** Bulk[ButtonFields, ButtonChange] */
        ButtonBulk: {
            create?: components["schemas"]["ButtonFields"][];
            update?: components["schemas"]["ButtonChange"][];
            delete?: components["schemas"]["Target"][];
        };
        /** Bulk[CallbackFields, CallbackChange] */
        CallbackBulk: {
            create?: components["schemas"]["CallbackFields"][];
            update?: components["schemas"]["CallbackChange"][];
            delete?: components["schemas"]["Target"][];
        };
        /** Bulk[HandlerFields, HandlerChange] */
        HandlerBulk: {
            create?: components["schemas"]["HandlerFields"][];
            update?: components["schemas"]["HandlerChange"][];
            delete?: components["schemas"]["Target"][];
        };
        /** Bulk[KeyboardFields, KeyboardChange] */
        KeyboardBulk: {
            create?: components["schemas"]["KeyboardFields"][];
            update?: components["schemas"]["KeyboardChange"][];
            delete?: components["schemas"]["Target"][];
        };
        /** ButtonChange */
        ButtonChange: {
            label?: string;
            data?: string | null;
            kind?: "callback" | "url" | "web_app" | "copy_text" | "switch_inline" | "switch_inline_current" | "text" | "request_contact" | "request_location" | "request_poll";
            url?: string | null;
            style?: ("primary" | "success" | "danger") | null;
            icon?: string | null;
            id: number;
            version?: number | null;
        };
        /** ButtonCount */
        ButtonCount: {
            callback_data: string;
            count: number;
            label: string | null;
        };
        /** ButtonFields */
        ButtonFields: {
            label: string;
            data?: string | null;
            /**
             * @default callback
             * @enum {string}
             */
            kind?: "callback" | "url" | "web_app" | "copy_text" | "switch_inline" | "switch_inline_current" | "text" | "request_contact" | "request_location" | "request_poll";
            url?: string | null;
            /** @enum {null|string} */
            style?: "primary" | "success" | "danger" | null;
            icon?: string | null;
        };
        /** ButtonPart */
        ButtonPart: {
            id?: number;
            version?: number;
            created_at?: string;
            updated_at?: string;
            label?: string;
            data?: string | null;
            kind?: "callback" | "url" | "web_app" | "copy_text" | "switch_inline" | "switch_inline_current" | "text" | "request_contact" | "request_location" | "request_poll";
            url?: string | null;
            style?: ("primary" | "success" | "danger") | null;
            icon?: string | null;
        };
        /** ButtonPatch */
        ButtonPatch: {
            label?: string;
            data?: string | null;
            kind?: "callback" | "url" | "web_app" | "copy_text" | "switch_inline" | "switch_inline_current" | "text" | "request_contact" | "request_location" | "request_poll";
            url?: string | null;
            style?: ("primary" | "success" | "danger") | null;
            icon?: string | null;
        };
        /** ButtonUse */
        ButtonUse: {
            before: number;
            change: number | null;
            callback_data: string;
            label: string | null;
            count: number;
            shown: number;
            click_through: number | null;
        };
        /** ButtonUses */
        ButtonUses: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            items: components["schemas"]["ButtonUse"][];
        };
        /** ButtonView */
        ButtonView: {
            id: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            label: string;
            data: string | null;
            /** @enum {string} */
            kind: "callback" | "url" | "web_app" | "copy_text" | "switch_inline" | "switch_inline_current" | "text" | "request_contact" | "request_location" | "request_poll";
            url: string | null;
            /** @enum {null|string} */
            style: "primary" | "success" | "danger" | null;
            icon: string | null;
        };
        /** CallbackChange */
        CallbackChange: {
            callback_data?: string;
            handler_id?: number | null;
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            enabled?: boolean;
            id: number;
            version?: number | null;
        };
        /** CallbackFields */
        CallbackFields: {
            callback_data: string;
            handler_id?: number | null;
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            /** @default true */
            enabled?: boolean;
        };
        /** CallbackPart */
        CallbackPart: {
            id?: number;
            version?: number;
            created_at?: string;
            updated_at?: string;
            callback_data?: string;
            handler_id?: number | null;
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            enabled?: boolean;
        };
        /** CallbackPatch */
        CallbackPatch: {
            callback_data?: string;
            handler_id?: number | null;
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            enabled?: boolean;
        };
        /** CallbackView */
        CallbackView: {
            id: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            callback_data: string;
            handler_id: number | null;
            action: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            enabled: boolean;
        };
        /** ChangeCounts */
        ChangeCounts: {
            created: number;
            updated: number;
            deleted: number;
        };
        /** ChatKind */
        ChatKind: {
            /** @default false */
            negate?: boolean;
            among: ("private" | "group" | "supergroup" | "channel")[];
            /** @constant */
            type: "chat";
        };
        /** Choice */
        Choice: {
            steps: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            /** @default 1 */
            weight?: number;
        };
        /** Cohort */
        Cohort: {
            /** Format: date-time */
            from: string;
            size: number;
            active: number[];
            shares: (number | null)[];
        };
        /** ConfigurationPage */
        ConfigurationPage: {
            items: components["schemas"]["ObjectState"][];
            next_cursor: string | null;
        };
        /** Consumer */
        Consumer: {
            name: string;
            pending: number;
            idle_seconds: number;
        };
        /** Contact */
        Contact: {
            phone_number: string;
            first_name: string;
            last_name?: string | null;
            /** @constant */
            type: "contact";
        };
        /** ContentOptions */
        ContentOptions: {
            /** @default false */
            protect?: boolean;
            /** @default false */
            silent?: boolean;
            /** @default false */
            caption_above?: boolean;
            link_preview?: components["schemas"]["LinkPreview"];
        };
        /** Counts */
        Counts: {
            created: number;
            updated: number;
            deleted: number;
            unchanged: number;
        };
        /** CreatedApiToken */
        CreatedApiToken: {
            id: number;
            name: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "owner";
            last_four: string;
            created_by: string;
            created_by_name: string;
            /** Format: date-time */
            created_at: string;
            expires_at: string | null;
            last_used_at: string | null;
            token: string;
        };
        /** Credentials */
        Credentials: {
            email: string;
            password: string;
        };
        /** DailyButtonUse */
        DailyButtonUse: {
            callback_data: string;
            total: number;
            counts: number[];
        };
        /** DailyHandlerUse */
        DailyHandlerUse: {
            handler_id: number;
            total: number;
            counts: number[];
        };
        /** DailyUse */
        DailyUse: {
            tz: string;
            days: string[];
            handlers: components["schemas"]["DailyHandlerUse"][];
            buttons: components["schemas"]["DailyButtonUse"][];
        };
        /** Decline */
        Decline: {
            /** @constant */
            type: "decline";
        };
        /** Delete */
        Delete: {
            /** @constant */
            type: "delete";
        };
        /** DeliveryView */
        DeliveryView: {
            /** Format: uuid */
            id: string;
            webhook_id: number;
            /** @enum {string} */
            type: "config.changed" | "test";
            seq: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed" | "superseded";
            attempt_count: number;
            attempts: components["schemas"]["Attempt"][];
            next_attempt_at: string | null;
            replay_of: string | null;
            /** Format: date-time */
            created_at: string;
        };
        /** Difference */
        Difference: {
            table: string;
            key: {
                [key: string]: number | string;
            };
            counted: number | string | null;
            kept: number | string | null;
        };
        /** DifferencePage */
        DifferencePage: {
            counts: components["schemas"]["ChangeCounts"];
            items: components["schemas"]["ObjectChange"][];
            next_cursor: string | null;
        };
        /** Document */
        Document: {
            source: string;
            /** @constant */
            type: "document";
        };
        /** DoneButton */
        DoneButton: {
            callback_data: string;
            label: string | null;
        };
        /** DoneHandler */
        DoneHandler: {
            id: number;
            pattern: string | null;
            title: string | null;
            deleted: boolean;
        };
        /** DraftDetails */
        DraftDetails: {
            id: number;
            name: string;
            version: number;
            testers: number[];
            changes: number;
            created_by: string;
            created_by_name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            conflicts: components["schemas"]["Reference"][];
        };
        /** DraftDiff */
        DraftDiff: {
            version: number;
            items: components["schemas"]["ObjectChange"][];
            conflicts: components["schemas"]["Reference"][];
        };
        /** DraftFields */
        DraftFields: {
            name: string;
            testers?: number[];
        };
        /** DraftPatch */
        DraftPatch: {
            name?: string;
            testers?: number[];
        };
        /** DraftView */
        DraftView: {
            id: number;
            name: string;
            version: number;
            testers: number[];
            changes: number;
            created_by: string;
            created_by_name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** Edit */
        Edit: {
            /** @constant */
            type: "edit";
        };
        /** EventDetail */
        EventDetail: {
            seq: number;
            /** Format: date-time */
            occurred_at: string;
            actor: string;
            actor_name: string;
            cause: string | null;
            type: string;
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            entity_id: number;
            name: string;
            changes: components["schemas"]["FieldChange"][];
            state: {
                [key: string]: unknown;
            } | null;
            previous: {
                [key: string]: unknown;
            } | null;
        };
        /** EventView */
        EventView: {
            seq: number;
            /** Format: date-time */
            occurred_at: string;
            actor: string;
            actor_name: string;
            cause: string | null;
            type: string;
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            entity_id: number;
            name: string;
            changes: components["schemas"]["FieldChange"][];
        };
        /** ExplainPerson */
        ExplainPerson: {
            /** @default 1 */
            id?: number;
            /** @default Anna */
            first_name?: string;
            last_name?: string | null;
            username?: string | null;
            /** @default en */
            language_code?: string | null;
            /** @default false */
            is_premium?: boolean;
        };
        /** ExplainRequest */
        ExplainRequest: {
            text?: string | null;
            button?: string | null;
            /** @enum {null|string} */
            kind?: "photo" | "video" | "document" | "audio" | "voice" | "video_note" | "sticker" | "animation" | "contact" | "location" | "venue" | "poll" | "dice" | null;
            /** @enum {null|string} */
            event?: "new_member" | "left_member" | "blocked" | "unblocked" | "join_request" | null;
            person?: components["schemas"]["ExplainPerson"];
            /**
             * @default private
             * @enum {string}
             */
            chat_type?: "private" | "group" | "supergroup" | "channel";
            /**
             * @default text
             * @enum {string}
             */
            button_under?: "text" | "media";
            variables?: {
                [key: string]: string;
            };
            subscriptions?: {
                [key: string]: boolean;
            };
            question?: string | null;
            changes?: (components["schemas"]["UnsavedHandler"] | components["schemas"]["UnsavedCallback"] | components["schemas"]["UnsavedButton"] | components["schemas"]["UnsavedKeyboard"])[];
        };
        /** Explanation */
        Explanation: {
            seq: number;
            event: string | null;
            winner: components["schemas"]["Matched"] | null;
            matched: {
                [key: string]: string;
            };
            others: components["schemas"]["Loser"][];
            steps: components["schemas"]["StepTaken"][];
            messages: components["schemas"]["Sent"][];
            assumptions: string[];
            assumed: components["schemas"]["Assumption"][];
            variables: {
                [key: string]: string;
            };
            question: string | null;
        };
        /** FieldBlame */
        FieldBlame: {
            seq: number;
            /** Format: date-time */
            occurred_at: string;
            actor: string;
            actor_name: string;
            cause: string | null;
            field: string;
            value: unknown;
        };
        /** FieldChange */
        FieldChange: {
            field: string;
            before: unknown;
            after: unknown;
        };
        /** FieldProblem */
        FieldProblem: {
            field: string;
            rule: string;
            detail: string;
        };
        /** Finding */
        Finding: {
            /** @enum {string} */
            code: "never_wins" | "overlap" | "callback_without_button" | "button_without_callback" | "button_unplaced" | "keyboard_unreached" | "handler_unreached" | "variable_never_set" | "no_fallback" | "no_start";
            detail: string;
            /** @enum {null|string} */
            entity: "handler" | "callback" | "button" | "keyboard" | null;
            id: number | null;
            name: string | null;
            other_id: number | null;
            other_name: string | null;
            witness: string | null;
        };
        /** Findings */
        Findings: {
            items: components["schemas"]["Finding"][];
        };
        /** Forward */
        Forward: {
            chat: number | string;
            /** @constant */
            type: "forward";
        };
        /** Funnel */
        Funnel: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            within: number | null;
            steps: components["schemas"]["FunnelStep"][];
        };
        /** FunnelStep */
        FunnelStep: {
            /** @enum {string} */
            kind: "event" | "handler" | "button";
            value: string;
            name: string | null;
            people: number;
            dropped: number;
            of_first: number | null;
            of_previous: number | null;
            median_seconds: number | null;
        };
        /** GatewayProblem */
        GatewayProblem: {
            /** @enum {string} */
            code: "webhook_unknown" | "webhook_missing" | "webhook_elsewhere" | "webhook_while_polling" | "webhook_failing" | "telegram_out_of_step" | "updates_waiting" | "other_poller" | "poll_unreachable" | "poll_refused";
            detail: string;
            at: string | null;
        };
        /** GatewayPropagation */
        GatewayPropagation: {
            id: string;
            live: boolean;
            seq: number;
            after_ms: number | null;
        };
        /** GatewayState */
        GatewayState: {
            id: string;
            /** @enum {null|string} */
            mode: "polling" | "webhook" | null;
            webhook: components["schemas"]["WebhookState"] | null;
            problems: components["schemas"]["GatewayProblem"][];
        };
        /** HandlerChange */
        HandlerChange: {
            pattern?: string;
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            message?: string | null;
            photo_url?: string | null;
            keyboard_id?: number | null;
            parse_mode?: ("HTML" | "MarkdownV2") | null;
            media?: (components["schemas"]["Photo"] | components["schemas"]["Video"] | components["schemas"]["Animation"] | components["schemas"]["Document"] | components["schemas"]["Audio"] | components["schemas"]["Voice"] | components["schemas"]["VideoNote"] | components["schemas"]["Sticker"] | components["schemas"]["Location"] | components["schemas"]["Contact"] | components["schemas"]["Poll"])[];
            options?: components["schemas"]["ContentOptions"];
            title?: string | null;
            enabled?: boolean;
            priority?: number;
            id: number;
            version?: number | null;
        };
        /** HandlerCount */
        HandlerCount: {
            handler_id: number;
            count: number;
            pattern: string | null;
            title: string | null;
            deleted: boolean;
        };
        /** HandlerFields */
        HandlerFields: {
            message?: string | null;
            photo_url?: string | null;
            /**
             * @default HTML
             * @enum {null|string}
             */
            parse_mode?: "HTML" | "MarkdownV2" | null;
            keyboard_id?: number | null;
            /** @default [] */
            media?: (components["schemas"]["Photo"] | components["schemas"]["Video"] | components["schemas"]["Animation"] | components["schemas"]["Document"] | components["schemas"]["Audio"] | components["schemas"]["Voice"] | components["schemas"]["VideoNote"] | components["schemas"]["Sticker"] | components["schemas"]["Location"] | components["schemas"]["Contact"] | components["schemas"]["Poll"])[];
            options?: components["schemas"]["ContentOptions"];
            pattern: string;
            /**
             * @default [
             *       {
             *         "type": "reply"
             *       }
             *     ]
             */
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            title?: string | null;
            /** @default true */
            enabled?: boolean;
            /** @default 0 */
            priority?: number;
        };
        /** HandlerPart */
        HandlerPart: {
            id?: number;
            version?: number;
            created_at?: string;
            updated_at?: string;
            pattern?: string;
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            message?: string | null;
            photo_url?: string | null;
            keyboard_id?: number | null;
            parse_mode?: ("HTML" | "MarkdownV2") | null;
            media?: (components["schemas"]["Photo"] | components["schemas"]["Video"] | components["schemas"]["Animation"] | components["schemas"]["Document"] | components["schemas"]["Audio"] | components["schemas"]["Voice"] | components["schemas"]["VideoNote"] | components["schemas"]["Sticker"] | components["schemas"]["Location"] | components["schemas"]["Contact"] | components["schemas"]["Poll"])[];
            options?: components["schemas"]["ContentOptions"];
            title?: string | null;
            enabled?: boolean;
            priority?: number;
        };
        /** HandlerPatch */
        HandlerPatch: {
            pattern?: string;
            action?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            message?: string | null;
            photo_url?: string | null;
            keyboard_id?: number | null;
            parse_mode?: ("HTML" | "MarkdownV2") | null;
            media?: (components["schemas"]["Photo"] | components["schemas"]["Video"] | components["schemas"]["Animation"] | components["schemas"]["Document"] | components["schemas"]["Audio"] | components["schemas"]["Voice"] | components["schemas"]["VideoNote"] | components["schemas"]["Sticker"] | components["schemas"]["Location"] | components["schemas"]["Contact"] | components["schemas"]["Poll"])[];
            options?: components["schemas"]["ContentOptions"];
            title?: string | null;
            enabled?: boolean;
            priority?: number;
        };
        /** HandlerSuggestion */
        HandlerSuggestion: {
            pattern: string;
            title: string;
            message: string;
            /** @default false */
            enabled: boolean;
        };
        /** HandlerUse */
        HandlerUse: {
            before: number;
            change: number | null;
            handler_id: number;
            pattern: string | null;
            title: string | null;
            deleted: boolean;
            count: number;
        };
        /** HandlerUses */
        HandlerUses: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            items: components["schemas"]["HandlerUse"][];
        };
        /** HandlerView */
        HandlerView: {
            id: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            pattern: string;
            action: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            message: string | null;
            photo_url: string | null;
            keyboard_id: number | null;
            /** @enum {null|string} */
            parse_mode: "HTML" | "MarkdownV2" | null;
            media: (components["schemas"]["Photo"] | components["schemas"]["Video"] | components["schemas"]["Animation"] | components["schemas"]["Document"] | components["schemas"]["Audio"] | components["schemas"]["Voice"] | components["schemas"]["VideoNote"] | components["schemas"]["Sticker"] | components["schemas"]["Location"] | components["schemas"]["Contact"] | components["schemas"]["Poll"])[];
            options: components["schemas"]["ContentOptions"];
            title: string | null;
            enabled: boolean;
            priority: number;
        };
        /** Health */
        Health: {
            /** @enum {string} */
            status: "ok" | "behind" | "stuck" | "stopped";
            stream_length: number;
            lag: number | null;
            pending: number;
            oldest_pending_seconds: number | null;
            oldest_unwritten_seconds: number | null;
            consumers: components["schemas"]["Consumer"][];
            written: number;
            duplicates: number;
            last_write: string | null;
            dead_letters: number;
        };
        /** Heatmap */
        Heatmap: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            total: number;
            counts: number[][];
        };
        /** KeyboardChange */
        KeyboardChange: {
            name?: string;
            layout?: number[][];
            kind?: "inline" | "reply" | "remove";
            options?: components["schemas"]["KeyboardOptions"];
            id: number;
            version?: number | null;
        };
        /** KeyboardFields */
        KeyboardFields: {
            name: string;
            layout?: number[][];
            /**
             * @default inline
             * @enum {string}
             */
            kind?: "inline" | "reply" | "remove";
            options?: components["schemas"]["KeyboardOptions"];
        };
        /** KeyboardOptions */
        KeyboardOptions: {
            /** @default true */
            resize?: boolean;
            /** @default false */
            one_time?: boolean;
            placeholder?: string | null;
            /** @default false */
            persistent?: boolean;
            /** @default false */
            selective?: boolean;
            page_rows?: number | null;
        };
        /** KeyboardPart */
        KeyboardPart: {
            id?: number;
            version?: number;
            created_at?: string;
            updated_at?: string;
            name?: string;
            layout?: number[][];
            kind?: "inline" | "reply" | "remove";
            options?: components["schemas"]["KeyboardOptions"];
        };
        /** KeyboardPatch */
        KeyboardPatch: {
            name?: string;
            layout?: number[][];
            kind?: "inline" | "reply" | "remove";
            options?: components["schemas"]["KeyboardOptions"];
        };
        /** KeyboardView */
        KeyboardView: {
            id: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            name: string;
            layout: number[][];
            /** @enum {string} */
            kind: "inline" | "reply" | "remove";
            options: components["schemas"]["KeyboardOptions"];
        };
        /** Language */
        Language: {
            /** @default false */
            negate?: boolean;
            among: string[];
            /** @constant */
            type: "language";
        };
        /** LanguageUse */
        LanguageUse: {
            language_code: string | null;
            people: number;
            share: number | null;
        };
        /** LanguageUses */
        LanguageUses: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            people: number;
            items: components["schemas"]["LanguageUse"][];
        };
        /** LinkPreview */
        LinkPreview: {
            /** @default false */
            disabled?: boolean;
            url?: string | null;
            /** @default false */
            small?: boolean;
            /** @default false */
            large?: boolean;
            /** @default false */
            above?: boolean;
        };
        /** Location */
        Location: {
            latitude: number;
            longitude: number;
            title?: string | null;
            address?: string | null;
            /** @constant */
            type: "location";
        };
        /** LoggedIn */
        LoggedIn: {
            account: components["schemas"]["AccountView"];
            csrf_token: string;
        };
        /** Loser */
        Loser: {
            /** @enum {string} */
            entity: "handler" | "callback";
            id: number;
            pattern: string;
            /** @default 0 */
            priority: number;
            reason: string;
            detail: string;
        };
        /** Map */
        Map: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            nodes: components["schemas"]["MapNode"][];
            edges: components["schemas"]["MapEdge"][];
            dead_ends: components["schemas"]["Reference"][];
            orphans: components["schemas"]["Reference"][];
            totals: components["schemas"]["MapTotals"];
            truncated: boolean;
        };
        /** MapEdge */
        MapEdge: {
            /** @enum {string} */
            kind: "shows_keyboard" | "has_button" | "pressed" | "says" | "links" | "shows_content" | "shows_handler";
            source: components["schemas"]["Reference"];
            target: components["schemas"]["Reference"];
            uses: number | null;
        };
        /** MapNode */
        MapNode: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number;
            name: string;
            enabled: boolean;
            uses: number | null;
            findings: ("never_wins" | "overlap" | "callback_without_button" | "button_without_callback" | "button_unplaced" | "keyboard_unreached" | "handler_unreached" | "variable_never_set" | "no_fallback" | "no_start")[];
        };
        /** MapTotals */
        MapTotals: {
            nodes: number;
            edges: number;
            dead_ends: number;
            orphans: number;
        };
        /** Mark */
        Mark: {
            seq: number;
            /** Format: date-time */
            at: string;
            actor: string;
            actor_name: string;
            type: string;
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            entity_id: number;
            name: string;
        };
        /** Marks */
        Marks: {
            items: components["schemas"]["Mark"][];
            more: number;
        };
        /** Matched */
        Matched: {
            /** @enum {string} */
            entity: "handler" | "callback";
            id: number;
            pattern: string;
            /** @default 0 */
            priority: number;
        };
        /** Me */
        Me: {
            actor: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "owner";
            name: string;
            account_id: number | null;
            session_id: number | null;
            csrf_token: string | null;
        };
        /** Notify */
        Notify: {
            chat: number | string;
            text: string;
            /** @constant */
            type: "notify";
        };
        /** ObjectChange */
        ObjectChange: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number;
            name: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted";
            fields: components["schemas"]["FieldChange"][];
        };
        /** ObjectState */
        ObjectState: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number;
            name: string;
            state: {
                [key: string]: unknown;
            };
        };
        /** ObjectUse */
        ObjectUse: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number;
            name: string;
            field: string;
        };
        /** ObjectUses */
        ObjectUses: {
            items: components["schemas"]["ObjectUse"][];
            more: number;
        };
        /** Page[AccountView] */
        AccountPage: {
            items: components["schemas"]["AccountView"][];
            next_cursor: string | null;
        };
        /** Page[UnionType[ButtonView, ButtonPart]] */
        ButtonPage: {
            items: (components["schemas"]["ButtonView"] | components["schemas"]["ButtonPart"])[];
            next_cursor: string | null;
        };
        /** Page[UnionType[CallbackView, CallbackPart]] */
        CallbackPage: {
            items: (components["schemas"]["CallbackView"] | components["schemas"]["CallbackPart"])[];
            next_cursor: string | null;
        };
        /** Page[DraftView] */
        DraftPage: {
            items: components["schemas"]["DraftView"][];
            next_cursor: string | null;
        };
        /** Page[EventView] */
        EventPage: {
            items: components["schemas"]["EventView"][];
            next_cursor: string | null;
        };
        /** Page[UnionType[HandlerView, HandlerPart]] */
        HandlerPage: {
            items: (components["schemas"]["HandlerView"] | components["schemas"]["HandlerPart"])[];
            next_cursor: string | null;
        };
        /** Page[UnionType[KeyboardView, KeyboardPart]] */
        KeyboardPage: {
            items: (components["schemas"]["KeyboardView"] | components["schemas"]["KeyboardPart"])[];
            next_cursor: string | null;
        };
        /** Page[PersonView] */
        PersonPage: {
            items: components["schemas"]["PersonView"][];
            next_cursor: string | null;
        };
        /** Page[TimelineEntry] */
        TimelineEntryPage: {
            items: components["schemas"]["TimelineEntry"][];
            next_cursor: string | null;
        };
        /** Page[ApiTokenView] */
        ApiTokenPage: {
            items: components["schemas"]["ApiTokenView"][];
            next_cursor: string | null;
        };
        /** Page[DeliveryView] */
        DeliveryPage: {
            items: components["schemas"]["DeliveryView"][];
            next_cursor: string | null;
        };
        /** PasswordChange */
        PasswordChange: {
            current_password: string;
            new_password: string;
        };
        /** Person */
        Person: {
            /** @default false */
            negate?: boolean;
            /**
             * @default equals
             * @enum {string}
             */
            operator?: "equals" | "contains" | "greater" | "less" | "is_set";
            /** @default  */
            value?: string;
            /** @enum {string} */
            field: "first_name" | "last_name" | "username" | "user_id" | "premium";
            /** @constant */
            type: "person";
        };
        /** PersonDetail */
        PersonDetail: {
            user_id: number;
            first_name: string | null;
            last_name: string | null;
            username: string | null;
            language_code: string | null;
            source: string | null;
            /** Format: date-time */
            first_seen: string;
            /** Format: date-time */
            last_seen: string;
            blocked_since: string | null;
            tags: string[];
            tz: string;
            totals: components["schemas"]["PersonTotals"];
        };
        /** PersonPatch */
        PersonPatch: {
            tags?: string[];
        };
        /** PersonTotals */
        PersonTotals: {
            interactions: number;
            active_days: number;
            events: {
                [key: string]: number;
            };
        };
        /** PersonView */
        PersonView: {
            user_id: number;
            first_name: string | null;
            last_name: string | null;
            username: string | null;
            language_code: string | null;
            source: string | null;
            /** Format: date-time */
            first_seen: string;
            /** Format: date-time */
            last_seen: string;
            blocked_since: string | null;
            tags: string[];
        };
        /** Photo */
        Photo: {
            source: string;
            /** @default false */
            spoiler?: boolean;
            /** @constant */
            type: "photo";
        };
        /** Plan */
        Plan: {
            plan_id: string;
            base_seq: number;
            counts: components["schemas"]["Counts"];
            changes: components["schemas"]["PlannedChange"][];
        };
        /** PlannedChange */
        PlannedChange: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number | null;
            name: string;
            place: string;
            /** @enum {string} */
            change: "created" | "updated" | "deleted";
            fields: components["schemas"]["FieldChange"][];
        };
        /** Poll */
        Poll: {
            question: string;
            options: string[];
            /** @default true */
            anonymous?: boolean;
            /** @default false */
            multiple?: boolean;
            correct_option?: number | null;
            explanation?: string | null;
            /** @constant */
            type: "poll";
        };
        /** Problem */
        Problem: {
            type: string;
            code: string;
            title: string;
            status: number;
            detail: string;
            errors: components["schemas"]["FieldProblem"][];
            conflicts: components["schemas"]["Reference"][];
            present?: {
                [key: string]: unknown;
            };
        };
        /** Propagation */
        Propagation: {
            seq: number;
            committed_at: string | null;
            gateways: components["schemas"]["GatewayPropagation"][];
            live: number;
            total: number;
            recent: components["schemas"]["RecentPropagation"];
        };
        /** PublishRequest */
        PublishRequest: {
            /** @default false */
            overwrite?: boolean | components["schemas"]["Reference"][];
        };
        /** Published */
        Published: {
            seq: number;
            changes: number;
        };
        /** Random */
        Random: {
            choices: components["schemas"]["Choice"][];
            /** @constant */
            type: "random";
        };
        /** RecentPropagation */
        RecentPropagation: {
            changes: number;
            p50_ms: number | null;
            p99_ms: number | null;
        };
        /** Reconciliation */
        Reconciliation: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            compared_from: string | null;
            compared_to: string | null;
            kept_from: string | null;
            interactions: number;
            total: number;
            differences: components["schemas"]["Difference"][];
        };
        /** Reference */
        Reference: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number;
        };
        /** RefreshRequest */
        RefreshRequest: {
            refresh_token: string;
        };
        /** Reply */
        Reply: {
            /** @constant */
            type: "reply";
        };
        /** Request */
        Request: {
            url: string;
            /**
             * @default GET
             * @enum {string}
             */
            method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            headers?: {
                [key: string]: string;
            };
            body?: unknown;
            save?: {
                [key: string]: string;
            };
            /** @default 10 */
            timeout_seconds?: number;
            /** @default [] */
            on_error?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            /** @constant */
            type: "request";
        };
        /** RestoreRequest */
        RestoreRequest: {
            seq: number;
            /** @enum {null|string} */
            entity?: "handler" | "callback" | "button" | "keyboard" | null;
            entity_id?: number | null;
            /** @default false */
            preview?: boolean;
            if_seq?: number | null;
        };
        /** RestoreResult */
        RestoreResult: {
            seq: number;
            counts: components["schemas"]["ChangeCounts"];
            changes: components["schemas"]["ObjectChange"][];
            warnings: components["schemas"]["RestoreWarning"][];
        };
        /** RestoreWarning */
        RestoreWarning: {
            /** @enum {string} */
            entity: "handler" | "callback" | "button" | "keyboard";
            id: number;
            field: string;
            rule: string;
            detail: string;
        };
        /** Retention */
        Retention: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            /** @enum {string} */
            bucket: "day" | "week";
            items: components["schemas"]["Cohort"][];
        };
        /** Sent */
        Sent: {
            method: string;
            params: {
                [key: string]: unknown;
            };
        };
        /** Series */
        Series: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            /** @enum {string} */
            bucket: "hour" | "day" | "week" | "month";
            changes: components["schemas"]["Marks"];
            total: number;
            items: components["schemas"]["SeriesPoint"][];
        };
        /** SeriesPoint */
        SeriesPoint: {
            /** Format: date-time */
            from: string;
            total: number;
            events: {
                [key: string]: number;
            };
        };
        /** SessionView */
        SessionView: {
            id: number;
            /** @enum {string} */
            kind: "cookie" | "token";
            current: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string;
            /** Format: date-time */
            expires_at: string;
            user_agent: string;
            address: string;
        };
        /** Sessions */
        Sessions: {
            items: components["schemas"]["SessionView"][];
        };
        /** Set */
        Set: {
            variable: string;
            /** @default  */
            value?: string;
            add?: number | null;
            /** @constant */
            type: "set";
        };
        /** Show */
        Show: {
            handler_id: number;
            /** @constant */
            type: "show";
        };
        /** SideOfChange */
        SideOfChange: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            total: number;
            people: number;
            events: {
                [key: string]: number;
            };
            of_handler: number | null;
        };
        /** SidesChange */
        SidesChange: {
            total: number | null;
            people: number | null;
            events: {
                [key: string]: number | null;
            };
            of_handler: number | null;
        };
        /** SourceUse */
        SourceUse: {
            before: number;
            change: number | null;
            source: string;
            starts: number;
            people: number;
        };
        /** SourceUses */
        SourceUses: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            items: components["schemas"]["SourceUse"][];
        };
        /** StepTaken */
        StepTaken: {
            step: components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"];
            handler_id: number | null;
        };
        /** Sticker */
        Sticker: {
            source: string;
            /** @constant */
            type: "sticker";
        };
        /** Stop */
        Stop: {
            /** @constant */
            type: "stop";
        };
        /** Subscribed */
        Subscribed: {
            /** @default false */
            negate?: boolean;
            chat: number | string;
            /** @constant */
            type: "subscribed";
        };
        /** Summary */
        Summary: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            total: number;
            people: number;
            new: number;
            returning: number;
            blocked: number;
            unblocked: number;
            events: {
                [key: string]: number;
            };
            handlers: components["schemas"]["HandlerCount"][];
            buttons: components["schemas"]["ButtonCount"][];
            before: components["schemas"]["SummaryBefore"];
            change: components["schemas"]["SummaryChange"];
        };
        /** SummaryBefore */
        SummaryBefore: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            total: number;
            people: number;
            events: {
                [key: string]: number;
            };
        };
        /** SummaryChange */
        SummaryChange: {
            total: number | null;
            people: number | null;
            events: {
                [key: string]: number | null;
            };
        };
        /** TagChange */
        TagChange: {
            /** @default [] */
            add?: string[];
            /** @default [] */
            remove?: string[];
            user_ids?: number[] | null;
        };
        /** TagCount */
        TagCount: {
            tag: string;
            people: number;
        };
        /** Tagged */
        Tagged: {
            people: number;
        };
        /** Tags */
        Tags: {
            items: components["schemas"]["TagCount"][];
        };
        /** Target */
        Target: {
            id: number;
            version?: number | null;
        };
        /** TimelineEntry */
        TimelineEntry: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            event: "start" | "command" | "message" | "answer" | "unmatched" | "button_click" | "stale_button" | "blocked" | "unblocked" | "new_member" | "left_member" | "join_request";
            chat_id: number;
            handler: components["schemas"]["DoneHandler"] | null;
            button: components["schemas"]["DoneButton"] | null;
            payload: string | null;
            config_seq: number;
        };
        /** Toast */
        Toast: {
            text: string;
            /** @constant */
            type: "toast";
        };
        /** Tokens */
        Tokens: {
            access_token: string;
            /**
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
            expires_in: number;
            refresh_token: string;
        };
        /** Typing */
        Typing: {
            /**
             * @default typing
             * @enum {string}
             */
            action?: "typing" | "upload_photo" | "record_video" | "upload_video" | "record_voice" | "upload_voice" | "upload_document" | "choose_sticker" | "find_location" | "record_video_note" | "upload_video_note";
            /** @constant */
            type: "typing";
        };
        /** Unmatched */
        Unmatched: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            count: number;
            latest: number;
            people: number;
            items: components["schemas"]["UnmatchedGroup"][];
        };
        /** UnmatchedGroup */
        UnmatchedGroup: {
            count: number;
            people: number;
            /** Format: date-time */
            last_seen: string;
            texts: number;
            examples: string[];
            suggestion: components["schemas"]["HandlerSuggestion"] | null;
        };
        /** UnsavedButton */
        UnsavedButton: {
            id?: number | null;
            /** @default false */
            deleted?: boolean;
            fields?: components["schemas"]["ButtonFields"] | null;
            /** @constant */
            entity: "button";
        };
        /** UnsavedCallback */
        UnsavedCallback: {
            id?: number | null;
            /** @default false */
            deleted?: boolean;
            fields?: components["schemas"]["CallbackFields"] | null;
            /** @constant */
            entity: "callback";
        };
        /** UnsavedHandler */
        UnsavedHandler: {
            id?: number | null;
            /** @default false */
            deleted?: boolean;
            fields?: components["schemas"]["HandlerFields"] | null;
            /** @constant */
            entity: "handler";
        };
        /** UnsavedKeyboard */
        UnsavedKeyboard: {
            id?: number | null;
            /** @default false */
            deleted?: boolean;
            fields?: components["schemas"]["KeyboardFields"] | null;
            /** @constant */
            entity: "keyboard";
        };
        /** Variable */
        Variable: {
            /** @default false */
            negate?: boolean;
            /**
             * @default equals
             * @enum {string}
             */
            operator?: "equals" | "contains" | "greater" | "less" | "is_set";
            /** @default  */
            value?: string;
            name: string;
            /** @constant */
            type: "variable";
        };
        /** Video */
        Video: {
            source: string;
            /** @default false */
            spoiler?: boolean;
            /** @constant */
            type: "video";
        };
        /** VideoNote */
        VideoNote: {
            source: string;
            /** @constant */
            type: "video_note";
        };
        /** Voice */
        Voice: {
            source: string;
            /** @constant */
            type: "voice";
        };
        /** Wait */
        Wait: {
            seconds: number;
            /** @constant */
            type: "wait";
        };
        /** WebhookFields */
        WebhookFields: {
            name: string;
            url: string;
            /** @default false */
            paused?: boolean;
        };
        /** WebhookPatch */
        WebhookPatch: {
            name?: string;
            url?: string;
            paused?: boolean;
        };
        /** WebhookState */
        WebhookState: {
            /** Format: date-time */
            asked_at: string;
            url: string;
            own: boolean;
            pending_update_count: number;
            has_custom_certificate: boolean;
            ip_address: string | null;
            last_error_date: string | null;
            last_error_message: string | null;
            last_synchronization_error_date: string | null;
            max_connections: number | null;
            allowed_updates: string[] | null;
        };
        /** WebhookView */
        WebhookView: {
            id: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            name: string;
            url: string;
            paused: boolean;
            /** @enum {null|string} */
            paused_by: "owner" | "receiver" | null;
            created_by: string;
            created_by_name: string;
        };
        /** WebhookWithSecret */
        WebhookWithSecret: {
            id: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            name: string;
            url: string;
            paused: boolean;
            /** @enum {null|string} */
            paused_by: "owner" | "receiver" | null;
            created_by: string;
            created_by_name: string;
            secret: string;
        };
        /** Webhooks */
        Webhooks: {
            items: components["schemas"]["WebhookView"][];
        };
        /** When */
        When: {
            conditions: (components["schemas"]["Language"] | components["schemas"]["ChatKind"] | components["schemas"]["Variable"] | components["schemas"]["Person"] | components["schemas"]["Subscribed"])[];
            /** @default [] */
            then?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            /** @default [] */
            otherwise?: (components["schemas"]["Reply"] | components["schemas"]["Edit"] | components["schemas"]["Delete"] | components["schemas"]["Toast"] | components["schemas"]["Alert"] | components["schemas"]["Show"] | components["schemas"]["Wait"] | components["schemas"]["Typing"] | components["schemas"]["Notify"] | components["schemas"]["Forward"] | components["schemas"]["Random"] | components["schemas"]["When"] | components["schemas"]["Set"] | components["schemas"]["Ask"] | components["schemas"]["Request"] | components["schemas"]["Approve"] | components["schemas"]["Decline"] | components["schemas"]["Stop"])[];
            /**
             * @default all
             * @enum {string}
             */
            match?: "all" | "any";
            /** @constant */
            type: "when";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The id of the request, also in the log. */
        "X-Request-Id": string;
        /** @description How much may be asked for. */
        "RateLimit-Policy": string;
        /** @description How much is left of it. */
        RateLimit: string;
        /** @description Seconds until it is worth while to try again. */
        "Retry-After": number;
        /** @description `true` where it is the answer to an earlier request. */
        "Idempotency-Replayed": string;
        /** @description How to tell who is asking. */
        "WWW-Authenticate": string;
        /** @description The present version, in quotes. */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listButtons: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of label, data, url, in upper or lower case. */
                q?: string;
                /** @description Those of this kind. */
                kind?: "callback" | "url" | "web_app" | "copy_text" | "switch_inline" | "switch_inline_current" | "text" | "request_contact" | "request_location" | "request_poll";
                /** @description Those with exactly this callback data. */
                data?: string;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonPage"];
                };
            };
        };
    };
    createButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ButtonFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonView"];
                };
            };
        };
    };
    getButton: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonView"] | components["schemas"]["ButtonPart"];
                };
            };
        };
    };
    deleteButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ButtonPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonView"];
                };
            };
        };
    };
    bulkButtons: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ButtonBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonBulkResult"];
                };
            };
        };
    };
    getButtonUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    blameButton: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blame"];
                };
            };
        };
    };
    listKeyboards: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of name, in upper or lower case. */
                q?: string;
                /** @description Those of this kind. */
                kind?: "inline" | "reply" | "remove";
                /** @description The one with exactly this name. */
                name?: string;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardPage"];
                };
            };
        };
    };
    createKeyboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyboardFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardView"];
                };
            };
        };
    };
    getKeyboard: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardView"] | components["schemas"]["KeyboardPart"];
                };
            };
        };
    };
    deleteKeyboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateKeyboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyboardPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardView"];
                };
            };
        };
    };
    bulkKeyboards: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyboardBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardBulkResult"];
                };
            };
        };
    };
    getKeyboardUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    blameKeyboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blame"];
                };
            };
        };
    };
    listHandlers: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of pattern, title, message, in upper or lower case. */
                q?: string;
                /** @description Those that are live, or those that are not. */
                enabled?: boolean;
                /** @description Those with this pattern, whichever way it is written. */
                pattern?: string;
                /** @description Those that show this keyboard. */
                keyboard_id?: number;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerPage"];
                };
            };
        };
    };
    createHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlerFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerView"];
                };
            };
        };
    };
    getHandler: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerView"] | components["schemas"]["HandlerPart"];
                };
            };
        };
    };
    deleteHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlerPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerView"];
                };
            };
        };
    };
    bulkHandlers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlerBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerBulkResult"];
                };
            };
        };
    };
    getHandlerUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    blameHandler: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blame"];
                };
            };
        };
    };
    listCallbacks: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of callback_data, in upper or lower case. */
                q?: string;
                /** @description Those that are live, or those that are not. */
                enabled?: boolean;
                /** @description Those with this callback data, whichever way it is written. */
                callback_data?: string;
                /** @description Those that show the content of this handler. */
                handler_id?: number;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
        };
    };
    createCallback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackView"];
                };
            };
        };
    };
    getCallback: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackView"] | components["schemas"]["CallbackPart"];
                };
            };
        };
    };
    deleteCallback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateCallback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackView"];
                };
            };
        };
    };
    bulkCallbacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackBulkResult"];
                };
            };
        };
    };
    getCallbackUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    blameCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blame"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPage"];
                };
            };
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDetails"];
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    diffDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDiff"];
                };
            };
        };
    };
    publishDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRequest"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Published"];
                };
            };
        };
    };
    explainDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainRequest"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
        };
    };
    lintDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
        };
    };
    listDraftButtons: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of label, data, url, in upper or lower case. */
                q?: string;
                /** @description Those of this kind. */
                kind?: "callback" | "url" | "web_app" | "copy_text" | "switch_inline" | "switch_inline_current" | "text" | "request_contact" | "request_location" | "request_poll";
                /** @description Those with exactly this callback data. */
                data?: string;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonPage"];
                };
            };
        };
    };
    createDraftButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ButtonFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonView"];
                };
            };
        };
    };
    getDraftButton: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonView"] | components["schemas"]["ButtonPart"];
                };
            };
        };
    };
    deleteDraftButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateDraftButton: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ButtonPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonView"];
                };
            };
        };
    };
    bulkDraftButtons: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ButtonBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonBulkResult"];
                };
            };
        };
    };
    getDraftButtonUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    listDraftKeyboards: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of name, in upper or lower case. */
                q?: string;
                /** @description Those of this kind. */
                kind?: "inline" | "reply" | "remove";
                /** @description The one with exactly this name. */
                name?: string;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardPage"];
                };
            };
        };
    };
    createDraftKeyboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyboardFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardView"];
                };
            };
        };
    };
    getDraftKeyboard: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardView"] | components["schemas"]["KeyboardPart"];
                };
            };
        };
    };
    deleteDraftKeyboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateDraftKeyboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyboardPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardView"];
                };
            };
        };
    };
    bulkDraftKeyboards: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyboardBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyboardBulkResult"];
                };
            };
        };
    };
    getDraftKeyboardUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    listDraftHandlers: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of pattern, title, message, in upper or lower case. */
                q?: string;
                /** @description Those that are live, or those that are not. */
                enabled?: boolean;
                /** @description Those with this pattern, whichever way it is written. */
                pattern?: string;
                /** @description Those that show this keyboard. */
                keyboard_id?: number;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerPage"];
                };
            };
        };
    };
    createDraftHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlerFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerView"];
                };
            };
        };
    };
    getDraftHandler: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerView"] | components["schemas"]["HandlerPart"];
                };
            };
        };
    };
    deleteDraftHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateDraftHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlerPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerView"];
                };
            };
        };
    };
    bulkDraftHandlers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandlerBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerBulkResult"];
                };
            };
        };
    };
    getDraftHandlerUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    listDraftCallbacks: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `id`. */
                sort?: string;
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
                /** @description A part of callback_data, in upper or lower case. */
                q?: string;
                /** @description Those that are live, or those that are not. */
                enabled?: boolean;
                /** @description Those with this callback data, whichever way it is written. */
                callback_data?: string;
                /** @description Those that show the content of this handler. */
                handler_id?: number;
                /** @description Changed after this time. */
                updated_after?: string;
            };
            header?: never;
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
        };
    };
    createDraftCallback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackView"];
                };
            };
        };
    };
    getDraftCallback: {
        parameters: {
            query?: {
                /** @description The fields to show, separated by commas; without it, all of them. */
                fields?: string;
            };
            header?: {
                /** @description Answer 304, without a body, if this is the present ETag. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackView"] | components["schemas"]["CallbackPart"];
                };
            };
        };
    };
    deleteDraftCallback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateDraftCallback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackView"];
                };
            };
        };
    };
    bulkDraftCallbacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackBulk"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackBulkResult"];
                };
            };
        };
    };
    getDraftCallbackUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUses"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Of this kind of object only. */
                entity?: "handler" | "callback" | "button" | "keyboard";
                /** @description Of the object with this id; give `entity` too. */
                entity_id?: number;
                /** @description As events name them. */
                actor?: string;
                /** @description `restore:120`; or `restore`, for all that restored something. */
                cause?: string;
                /** @description ISO 8601 with a zone, or a date, which is its midnight in UTC. */
                since?: string;
                /** @description Up to, but without. ISO 8601 with a zone, or a date, which is its midnight in UTC. */
                until?: string;
                /** @description Which come first. */
                order?: "newest" | "oldest";
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The most items of a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
        };
    };
    listActors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"][];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of the event. */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDetail"];
                };
            };
        };
    };
    getConfigurationAt: {
        parameters: {
            query: {
                /** @description After this event; 0 is before the first. */
                seq: number;
                /** @description Of this kind of object only. */
                entity?: "handler" | "callback" | "button" | "keyboard";
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The most items of a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationPage"];
                };
            };
        };
    };
    compareConfigurations: {
        parameters: {
            query: {
                /** @description After this event. */
                from: number;
                /** @description After this event. */
                to: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The most items of a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferencePage"];
                };
            };
        };
    };
    restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreRequest"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoreResult"];
                };
            };
        };
    };
    getSummary: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description What the period is divided into; weeks begin on Mondays. Default: by the length of the period. At most 1000 of them. */
                bucket?: "hour" | "day" | "week" | "month";
                /** @description Of these kinds only. */
                event?: ("start" | "command" | "message" | "answer" | "unmatched" | "button_click" | "stale_button" | "blocked" | "unblocked" | "new_member" | "left_member" | "join_request")[];
                /** @description That this handler answered. */
                handler_id?: number;
                /** @description Presses of buttons with these data. */
                callback_data?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description What the period is divided into; weeks begin on Mondays. Default: by the length of the period. At most 1000 of them. */
                bucket?: "hour" | "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
        };
    };
    getHeatmap: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description Of these kinds only. */
                event?: ("start" | "command" | "message" | "answer" | "unmatched" | "button_click" | "stale_button" | "blocked" | "unblocked" | "new_member" | "left_member" | "join_request")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heatmap"];
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description Cohorts of a day or of a week, which begins on Monday; 100 at most. */
                bucket?: "day" | "week";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
        };
    };
    getAroundChange: {
        parameters: {
            query: {
                /** @description The number of the event. */
                seq: number;
                /** @description On either side. */
                hours?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AroundChange"];
                };
            };
        };
    };
    getTopHandlers: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description The most items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandlerUses"];
                };
            };
        };
    };
    getTopButtons: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description The most items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ButtonUses"];
                };
            };
        };
    };
    getTopSources: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description The most items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceUses"];
                };
            };
        };
    };
    getTopLanguages: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description The most items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguageUses"];
                };
            };
        };
    };
    getDailyUse: {
        parameters: {
            query?: {
                /** @description Of these. */
                handler_id?: number[];
                /** @description Of buttons with these data. */
                callback_data?: string[];
                /** @description How many, today being the last of them. */
                days?: number;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyUse"];
                };
            };
        };
    };
    getFunnel: {
        parameters: {
            query: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description In their order: `event:start`, `handler:3` (its id), `button:prices` (what a press sends). */
                step: string[];
                /** @description The hours that all steps together may take, at the most. */
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funnel"];
                };
            };
        };
    };
    getUnmatched: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description The most groups. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unmatched"];
                };
            };
        };
    };
    exportInteractions: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description Default: `csv`. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    exportPeople: {
        parameters: {
            query: {
                /** @description Default: `csv`. */
                format: "csv" | "ndjson";
                /** @description A part of the names or the username, in upper or lower case; or a user's id. */
                q?: string;
                /** @description Those with this tag. */
                tag?: string;
                /** @description Those whom a deep link with this payload brought. */
                source?: string;
                /** @description Those whose Telegram is in this language. */
                language_code?: string;
                /** @description Those who have blocked the bot, or those who have not. */
                blocked?: boolean;
                /** @description Those who came at this time or later. */
                first_seen_from?: string;
                /** @description Those who came before this time. */
                first_seen_to?: string;
                /** @description Those who did something at this time or later. */
                last_seen_from?: string;
                /** @description Those who have done nothing since this time. */
                last_seen_to?: string;
                /** @description Those who did this at least once: `event:start`, `handler:3` (its id), `button:prices` (what a press sends). */
                did?: string;
                /** @description Those who did it at this time or later; with `did`. */
                did_from?: string;
                /** @description Those who did it before this time; with `did`. */
                did_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    streamInteractions: {
        parameters: {
            query?: {
                /** @description Only those of this kind. */
                event?: "start" | "command" | "message" | "answer" | "unmatched" | "button_click" | "stale_button" | "blocked" | "unblocked" | "new_member" | "left_member" | "join_request";
                /** @description Only those that this handler answered. */
                handler_id?: number;
            };
            header?: {
                /** @description The `id` of the last event that came; browsers send it by themselves. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    getStatsHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    reconcile: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description The most items of a page; 50 without it. */
                limit?: number;
                /** @description `next_cursor` of the page before; all else must stay as it was. */
                cursor?: string;
                /** @description Fields to sort by, separated by commas; `-` before one turns it around. Without it: `-last_seen`. */
                sort?: string;
                /** @description A part of the names or the username, in upper or lower case; or a user's id. */
                q?: string;
                /** @description Those with this tag. */
                tag?: string;
                /** @description Those whom a deep link with this payload brought. */
                source?: string;
                /** @description Those whose Telegram is in this language. */
                language_code?: string;
                /** @description Those who have blocked the bot, or those who have not. */
                blocked?: boolean;
                /** @description Those who came at this time or later. */
                first_seen_from?: string;
                /** @description Those who came before this time. */
                first_seen_to?: string;
                /** @description Those who did something at this time or later. */
                last_seen_from?: string;
                /** @description Those who have done nothing since this time. */
                last_seen_to?: string;
                /** @description Those who did this at least once: `event:start`, `handler:3` (its id), `button:prices` (what a press sends). */
                did?: string;
                /** @description Those who did it at this time or later; with `did`. */
                did_from?: string;
                /** @description Those who did it before this time; with `did`. */
                did_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tags"];
                };
            };
        };
    };
    tagPeople: {
        parameters: {
            query?: {
                /** @description A part of the names or the username, in upper or lower case; or a user's id. */
                q?: string;
                /** @description Those with this tag. */
                tag?: string;
                /** @description Those whom a deep link with this payload brought. */
                source?: string;
                /** @description Those whose Telegram is in this language. */
                language_code?: string;
                /** @description Those who have blocked the bot, or those who have not. */
                blocked?: boolean;
                /** @description Those who came at this time or later. */
                first_seen_from?: string;
                /** @description Those who came before this time. */
                first_seen_to?: string;
                /** @description Those who did something at this time or later. */
                last_seen_from?: string;
                /** @description Those who have done nothing since this time. */
                last_seen_to?: string;
                /** @description Those who did this at least once: `event:start`, `handler:3` (its id), `button:prices` (what a press sends). */
                did?: string;
                /** @description Those who did it at this time or later; with `did`. */
                did_from?: string;
                /** @description Those who did it before this time; with `did`. */
                did_to?: string;
            };
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tagged"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: {
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
            };
            header?: never;
            path: {
                /** @description Of Telegram. */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of Telegram. */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of Telegram. */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The most items of a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Of Telegram. */
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntryPage"];
                };
            };
        };
    };
    explain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainRequest"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
        };
    };
    lint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Findings"];
                };
            };
        };
    };
    getMap: {
        parameters: {
            query?: {
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: 24 hours before `to`. */
                from?: string;
                /** @description ISO 8601; a date is its midnight in `tz`. A time needs an offset, or is in `tz` if that is given. Default: now. */
                to?: string;
                /** @description The time zone whose hours and days count, by its IANA name. Default: UTC. */
                tz?: string;
                /** @description The most nodes. */
                limit?: number;
                /** @description Show only what lies around this: `handler:5`. */
                around?: string;
                /** @description With `around`: how many edges away. */
                depth?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Map"];
                };
            };
        };
    };
    exportConfiguration: {
        parameters: {
            query?: {
                /** @description Default: what `Accept` likes better, and YAML if all the same. */
                format?: "yaml" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": Record<string, never>;
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    planConfiguration: {
        parameters: {
            query?: {
                /** @description Whether what the document does not have is deleted. */
                delete?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": Record<string, never>;
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
        };
    };
    applyConfiguration: {
        parameters: {
            query?: {
                /** @description Required: that of the plan which is to be carried out. */
                plan_id?: string;
                /** @description Whether what the document does not have is deleted. */
                delete?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": Record<string, never>;
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applied"];
                };
            };
        };
    };
    rebuildCache: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the list of sessions names it. */
                session_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The most items of a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The most items of a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenPage"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiTokenFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiToken"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the creation answered with. */
                entity_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
        };
    };
    registerWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookFields"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the registration answered with. */
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the registration answered with. */
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the registration answered with. */
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Refuse with 412 unless this is the present ETag. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id that the registration answered with. */
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id that the registration answered with. */
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only those in it. */
                state?: "pending" | "delivered" | "failed" | "superseded";
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description The most items of a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id that the registration answered with. */
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent twice with the same key, the request is carried out once; the answer is kept for a day. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id that the registration answered with. */
                webhook_id: number;
                /** @description Of the list; the header `webhook-id`. */
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
        };
    };
    getPropagation: {
        parameters: {
            query?: {
                /** @description As a change's response has it in `Botloom-Config-Seq`. Default: the last one. */
                seq?: number;
                /** @description Answer when all gateways run it, or after so many seconds. */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Propagation"];
                };
            };
        };
    };
    getBot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotState"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
        };
    };
    refreshTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
        };
    };
}
