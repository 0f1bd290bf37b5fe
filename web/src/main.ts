import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import App from './App.svelte';
import { getLocale, overwriteGetLocale } from '$lib/paraglide/runtime.js';

// Another language loads the page anew; every sentence asks for it, and the answer is read from storage only once.
const locale = getLocale();
overwriteGetLocale(() => locale);

mount(App, { target: document.getElementById('app')! });

// Only where the page is served securely; elsewhere the application needs the network to open.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}
